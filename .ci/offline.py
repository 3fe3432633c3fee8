"""Runs a command with the network switched off (a fresh network namespace, loopback only). Usage:
offline.py COMMAND [ARG ...]

Where the system allows no such namespace it says so and runs the command as it is.
"""

import ctypes
import fcntl
import os
import socket
import struct
import sys

CLONE_NEWUSER, CLONE_NEWNET, SIOCSIFFLAGS, IFF_UP = 0x10000000, 0x40000000, 0x8914, 1
libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        fcntl.ioctl(s, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
    assert [name for _, name in socket.if_nameindex()] == ["lo"]
    print("the network is off: loopback only", flush=True)
else:
    print("the network could not be switched off here", flush=True)
os.execvp(sys.argv[1], sys.argv[1:])
