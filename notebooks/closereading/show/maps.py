"""The maps that a lesson draws, each as a Picture."""

from ..drawing import maps
from .charts import shown

distances = shown(maps.distances)
