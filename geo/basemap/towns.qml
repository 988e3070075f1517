<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Town" symbol="0" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 8" scalemaxdenom="2000000" />
   <rule key="{1}" label="Town of 300,000, or seat of a division" symbol="1" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 7" scalemaxdenom="4500000" />
   <rule key="{2}" label="Town of a million" symbol="2" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 6" scalemaxdenom="10000000" />
   <rule key="{3}" label="Town of three million" symbol="3" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; &lt;= 5" scalemaxdenom="25000000" />
   <rule key="{4}" label="Capital" symbol="4" filter="&quot;capital&quot; AND &quot;population&quot; &lt; 1000000" scalemaxdenom="15000000" />
   <rule key="{5}" label="Capital of a million" symbol="5" filter="&quot;capital&quot; AND &quot;population&quot; &gt;= 1000000" scalemaxdenom="40000000" />
  </rules>
  <symbols>
   <symbol name="0" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="0.9" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="89,99,108,255" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="1.1" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="89,99,108,255" />
      <Option name="outline_width" type="QString" value="0.22" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="2" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="1.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="35,40,45,255" />
      <Option name="outline_width" type="QString" value="0.25" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="3" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="35,40,45,255" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="4" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square" />
      <Option name="color" type="QString" value="35,40,45,255" />
      <Option name="size" type="QString" value="1.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="5" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square" />
      <Option name="color" type="QString" value="35,40,45,255" />
      <Option name="size" type="QString" value="1.7" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" filter="&quot;capital&quot; AND &quot;population&quot; &gt;= 1000000" scalemaxdenom="40000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" fontWeight="75" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="Bold">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="8" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="&quot;capital&quot; AND &quot;population&quot; &lt; 1000000" scalemaxdenom="15000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="75" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="Bold">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="6" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 2}" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; &lt;= 5" scalemaxdenom="25000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="5" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 3}" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 6" scalemaxdenom="10000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="4" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 4}" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 7" scalemaxdenom="4500000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="3" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 5}" filter="NOT &quot;capital&quot; AND &quot;min_zoom&quot; = 8" scalemaxdenom="2000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="35,40,45,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.4" distUnits="MM" offsetType="1" priority="2" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"name"</previewExpression>
 <mapTip>[% "name" %]</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
