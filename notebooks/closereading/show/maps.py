"""The maps that a lesson draws, each as a Picture."""

from ..drawing import maps
from ..drawing.maps import own_map
from .charts import shown

distances = shown(maps.distances, "maps.distances")
unmeasured = shown(maps.unmeasured, "maps.unmeasured")
opens = shown(own_map.explained, "maps.opens")
countries = own_map.countries
