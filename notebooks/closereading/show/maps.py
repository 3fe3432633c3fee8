"""The maps that a lesson draws, each as a Picture."""

from ..drawing import maps
from ..drawing.maps import own_map
from .charts import shown

distances = shown(maps.distances)
unmeasured = shown(maps.unmeasured)
opens = shown(own_map.explained)
countries = own_map.countries
