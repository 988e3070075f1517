<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Zones are told by their boundary lines and names; the sea stays the sea. -->
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{zone}" label="Maritime zone (estimate)" symbol="0"/>
  </rules>
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="style" type="QString" value="no"/>
      <Option name="color" type="QString" value="~colour,0"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="outline_color" type="QString" value="~colour,0"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="~label" isExpression="1" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="1" textColor="~colour,255" textOpacity="0.85" multilineHeight="0.9" namedStyle="" blendMode="0">
    <families>
     <family name="Open Sans"/>
     <family name="DejaVu Sans"/>
     <family name="Arial"/>
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.6" bufferJoinStyle="128" bufferNoFill="1" bufferBlendMode="0"/>
   </text-style>
   <text-format multilineAlign="1" wrapChar="" autoWrapLength="14" useMaxLineLengthForAutoWrap="1"/>
   <placement placement="4" polygonPlacementFlags="2" priority="1" fitInPolygonOnly="1"/>
   <rendering drawLabels="1" obstacle="0" displayAll="0" scaleVisibility="0" limitNumLabels="0"/>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>2</layerGeometryType>
</qgis>
