<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- An outline in the land's own colour hides the joints of pieces; the coast is a layer of its own. -->
<qgis version="3.22.0" styleCategories="Symbology" labelsEnabled="0">
 <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0">
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="style" type="QString" value="solid"/>
      <Option name="color" type="QString" value="~colour,255"/>
      <Option name="outline_style" type="QString" value="solid"/>
      <Option name="outline_color" type="QString" value="~colour,255"/>
      <Option name="outline_width" type="QString" value="0.1"/>
      <Option name="outline_width_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <layerGeometryType>2</layerGeometryType>
</qgis>
