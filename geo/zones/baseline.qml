<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Shore point that decides whose the sea is" symbol="0" filter="left(&quot;territory&quot;, 2) &lt;&gt; 'X-'" />
   <rule key="{1}" label="Shore point of a disputed feature" symbol="1" filter="left(&quot;territory&quot;, 2) = 'X-'" />
  </rules>
  <symbols>
   <symbol name="0" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="74,104,133,255" />
      <Option name="size" type="QString" value="0.5" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="140,59,46,255" />
      <Option name="size" type="QString" value="0.9" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" filter="left(&quot;territory&quot;, 2) = 'X-'" scalemaxdenom="20000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="140,59,46,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="5" geometryGenerator="centroid($geometry)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="left(&quot;territory&quot;, 2) &lt;&gt; 'X-'" scalemaxdenom="10000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="74,104,133,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="5" geometryGenerator="centroid($geometry)" geometryGeneratorType="PointGeometry" geometryGeneratorEnabled="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"name" || ' (' || "sovereign_name" || ')'</previewExpression>
 <mapTip>[% "name" || ' (' || "sovereign_name" || ')' %]</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
