<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Country or territory (farther than 1 : 40,000,000)" symbol="0" scalemindenom="40000000" />
   <rule key="{1}" label="Country or territory" symbol="1" scalemaxdenom="40000000" />
  </rules>
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" type="QString" value="242,239,233,255" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) &gt; -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90), (-180 -90, 180 -90))')))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol name="@0@1" type="line" alpha="1">
      <layer class="SimpleLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="184,178,167,255" />
        <Option name="line_width" type="QString" value="0.18" />
        <Option name="line_width_unit" type="QString" value="MM" />
        <Option name="capstyle" type="QString" value="round" />
        <Option name="joinstyle" type="QString" value="round" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="1" type="fill" alpha="1" clip_to_extent="1">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" type="QString" value="242,239,233,255" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line" />
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) &gt; -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90), (-180 -90, 180 -90))')))" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <symbol name="@1@1" type="line" alpha="1">
      <layer class="SimpleLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="line_color" type="QString" value="184,178,167,255" />
        <Option name="line_width" type="QString" value="0.35" />
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
   <rule key="{label 0}" filter="(&quot;population&quot; &gt;= 200000 OR @map_scale &lt; 60000000) AND &quot;extent_km&quot; * 1000000 / @map_scale &gt;= 14">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="9" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="1.2" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="14" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="9" geometryGenerator="make_point(&quot;lon&quot;, &quot;lat&quot;)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="(&quot;population&quot; &gt;= 200000 OR @map_scale &lt; 60000000) AND &quot;extent_km&quot; * 1000000 / @map_scale &gt;= 7 AND &quot;extent_km&quot; * 1000000 / @map_scale &lt; 14">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0.6" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="12" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="8" geometryGenerator="make_point(&quot;lon&quot;, &quot;lat&quot;)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 2}" filter="(&quot;population&quot; &gt;= 200000 OR @map_scale &lt; 60000000) AND &quot;extent_km&quot; * 1000000 / @map_scale &gt;= 3.5 AND &quot;extent_km&quot; * 1000000 / @map_scale &lt; 7">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="10" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="7" geometryGenerator="make_point(&quot;lon&quot;, &quot;lat&quot;)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 3}" filter="&quot;extent_km&quot; * 1000000 / @map_scale &lt; 3.5" scalemaxdenom="12000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="12" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="5" geometryGenerator="make_point(&quot;lon&quot;, &quot;lat&quot;)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"name"</previewExpression>
 <mapTip>[% "name" %]</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
