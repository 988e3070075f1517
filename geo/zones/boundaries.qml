<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Maritime boundary (farther than 1 : 40,000,000)" symbol="0" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; NOT IN ('territorial', 'contiguous')" scalemindenom="40000000" />
   <rule key="{1}" label="Disputed stretch (farther than 1 : 40,000,000)" symbol="1" filter="&quot;disputed&quot; AND &quot;kind&quot; NOT IN ('territorial', 'contiguous')" scalemindenom="40000000" />
   <rule key="{2}" label="200-mile limit (estimate)" symbol="2" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'limit'" scalemaxdenom="40000000" />
   <rule key="{3}" label="Median line (estimate)" symbol="3" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'median'" scalemaxdenom="40000000" />
   <rule key="{4}" label="Agreed line" symbol="4" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'treaty'" scalemaxdenom="40000000" />
   <rule key="{5}" label="24-mile limit (estimate)" symbol="5" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'contiguous'" scalemaxdenom="5000000" />
   <rule key="{6}" label="12-mile limit (estimate)" symbol="6" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'territorial'" scalemaxdenom="10000000" />
   <rule key="{7}" label="Disputed stretch" symbol="7" filter="&quot;disputed&quot; AND &quot;kind&quot; NOT IN ('territorial', 'contiguous')" scalemaxdenom="40000000" />
   <rule key="{8}" label="Disputed 12- or 24-mile limit" symbol="8" filter="&quot;disputed&quot; AND &quot;kind&quot; IN ('territorial', 'contiguous')" scalemaxdenom="5000000" />
  </rules>
  <symbols>
   <symbol name="0" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,150" />
      <Option name="line_width" type="QString" value="0.15" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="2;1" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="140,59,46,255" />
      <Option name="line_width" type="QString" value="0.2" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.3;0.8" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="2" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,255" />
      <Option name="line_width" type="QString" value="0.3" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="3;1.6" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="3" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,255" />
      <Option name="line_width" type="QString" value="0.3" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.8;1.2" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="4" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,255" />
      <Option name="line_width" type="QString" value="0.3" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="round" />
      <Option name="joinstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol name="5" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,140" />
      <Option name="line_width" type="QString" value="0.12" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.6;1" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="6" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="74,104,133,180" />
      <Option name="line_width" type="QString" value="0.15" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1;0.8" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="7" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="140,59,46,255" />
      <Option name="line_width" type="QString" value="0.4" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.4;1" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="8" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="140,59,46,255" />
      <Option name="line_width" type="QString" value="0.2" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.4;1" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" filter="&quot;kind&quot; NOT IN ('territorial', 'contiguous')" scalemaxdenom="40000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;label&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="74,104,133,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="3" placementFlags="10" dist="0.5" distUnits="MM" repeatDistance="160" repeatDistanceUnits="MM" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40" priority="2" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="1" />
    </settings>
   </rule>
   <rule key="{label 1}" filter="&quot;kind&quot; IN ('territorial', 'contiguous')" scalemaxdenom="1500000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;label&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="6" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="74,104,133,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
      <families>
       <family name="Open Sans" />
       <family name="DejaVu Sans" />
       <family name="Arial" />
      </families>
      <text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="0.8" bufferColor="255,255,255,255" bufferNoFill="1" />
     </text-style>
     <text-format multilineAlign="1" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" />
     <placement placement="3" placementFlags="10" dist="0.5" distUnits="MM" repeatDistance="160" repeatDistanceUnits="MM" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40" priority="1" />
     <rendering drawLabels="1" obstacle="1" scaleVisibility="0" mergeLines="1" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <previewExpression>"label" || if("disputed", ', disputed', '')</previewExpression>
 <mapTip>[% "label" || if("disputed", ', disputed', '') %]</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
