<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Sea that an agreed line gives to the state farther off" symbol="0" />
  </rules>
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" type="QString" value="74,104,133,20" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="LinePatternFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45" />
      <Option name="distance" type="QString" value="2.4" />
      <Option name="distance_unit" type="QString" value="MM" />
     </Option>
     <symbol name="@0@1" type="line" alpha="1">
      <layer class="SimpleLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="74,104,133,150" />
        <Option name="line_width" type="QString" value="0.15" />
        <Option name="line_width_unit" type="QString" value="MM" />
        <Option name="capstyle" type="QString" value="round" />
        <Option name="joinstyle" type="QString" value="round" />
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) &gt; -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90), (-180 -90, 180 -90))')))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol name="@0@2" type="line" alpha="1">
      <layer class="SimpleLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="74,104,133,255" />
        <Option name="line_width" type="QString" value="0.15" />
        <Option name="line_width_unit" type="QString" value="MM" />
        <Option name="capstyle" type="QString" value="round" />
        <Option name="joinstyle" type="QString" value="round" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" scalemaxdenom="30000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;taker&quot; || ' (' || &quot;line_id&quot; || ')'" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="74,104,133,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="16" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="5" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"taker" || ': ' || "source"</previewExpression>
 <mapTip>[% "taker" || ': ' || "source" %]</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
