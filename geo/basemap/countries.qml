<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Name of a country" symbol="0" />
  </rules>
  <symbols>
   <symbol name="0" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="89,99,108,0" />
      <Option name="size" type="QString" value="0.1" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" filter="&quot;min_zoom&quot; &lt;= 2">
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
     <placement placement="1" quadOffset="4" centroidInside="1" priority="9" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="&quot;min_zoom&quot; &gt; 2 AND &quot;min_zoom&quot; &lt;= 3" scalemaxdenom="120000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0.8" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="14" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="8" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 2}" filter="&quot;min_zoom&quot; &gt; 3 AND &quot;min_zoom&quot; &lt;= 4" scalemaxdenom="50000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0.6" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="14" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="7" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 3}" filter="&quot;min_zoom&quot; &gt; 4" scalemaxdenom="20000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0.4" capitalization="1" textColor="89,99,108,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="14" useMaxLineLengthForAutoWrap="1" />
     <placement placement="1" quadOffset="4" centroidInside="1" priority="6" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"name"</previewExpression>
 <mapTip>[% "name" %]</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
