<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Sea, reef or bank" symbol="0" filter="&quot;type&quot; IN ('sea', 'reef')" scalemaxdenom="60000000" />
   <rule key="{1}" label="Cape, mountain or other spot" symbol="1" filter="&quot;type&quot; IN ('cape', 'mountains', 'area', 'border')" scalemaxdenom="60000000" />
   <rule key="{2}" label="Other place" symbol="2" filter="ELSE" scalemaxdenom="60000000" />
   <rule key="{3}" label="Port or shipyard" symbol="3" filter="&quot;type&quot; = 'port'" scalemaxdenom="60000000" />
   <rule key="{4}" label="Airfield" symbol="4" filter="&quot;type&quot; = 'airport'" scalemaxdenom="60000000" />
   <rule key="{5}" label="Facility" symbol="5" filter="&quot;type&quot; = 'facility'" scalemaxdenom="60000000" />
   <rule key="{6}" label="Test range" symbol="6" filter="&quot;type&quot; = 'range'" />
   <rule key="{7}" label="Base" symbol="7" filter="&quot;type&quot; = 'base'" scalemaxdenom="60000000" />
   <rule key="{8}" label="Launch site" symbol="8" filter="&quot;type&quot; = 'launch-site'" />
  </rules>
  <symbols>
   <symbol name="0" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="cross2" />
      <Option name="color" type="QString" value="0,0,0,0" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="72,108,131,255" />
      <Option name="outline_width" type="QString" value="0.35" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="triangle" />
      <Option name="color" type="QString" value="122,92,58,255" />
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
   <symbol name="2" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,158,115,255" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="3" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="pentagon" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="2.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="4" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="2.2" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="5" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="diamond" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="2.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="6" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="hexagon" />
      <Option name="color" type="QString" value="0,158,115,70" />
      <Option name="size" type="QString" value="2.6" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="7" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="square" />
      <Option name="color" type="QString" value="0,158,115,255" />
      <Option name="size" type="QString" value="2.1" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.25" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="8" type="marker" alpha="1" clip_to_extent="1">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="hexagon" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.7" />
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
   <rule key="{label 0}" filter="&quot;type&quot; IN ('launch-site', 'range')" scalemaxdenom="25000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="0,90,66,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="18" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="1.2" distUnits="MM" offsetType="1" priority="7" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="&quot;type&quot; NOT IN ('launch-site', 'range', 'sea', 'reef', 'cape', 'mountains', 'area', 'border')" scalemaxdenom="12000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" fontLetterSpacing="0" capitalization="0" textColor="0,90,66,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="18" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="1" distUnits="MM" offsetType="1" priority="6" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 2}" filter="&quot;type&quot; IN ('sea', 'reef')" scalemaxdenom="12000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="72,108,131,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="18" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.8" distUnits="MM" offsetType="1" priority="4" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
   <rule key="{label 3}" filter="&quot;type&quot; IN ('cape', 'mountains', 'area', 'border')" scalemaxdenom="12000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6.5" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="122,92,58,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="18" useMaxLineLengthForAutoWrap="1" />
     <placement placement="6" dist="0.8" distUnits="MM" offsetType="1" priority="4" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"name" || ' (' || "type" || if("country" = '', '', ', ' || "country") || ')'</previewExpression>
 <mapTip>[% "name" || ' (' || "type" || if("country" = '', '', ', ' || "country") || ')' %]</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
