<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{limit}" label="200-mile limit (estimate)" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'limit'" symbol="0"/>
   <rule key="{median}" label="Median line (estimate)" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'median'" symbol="1"/>
   <rule key="{treaty}" label="Agreed line" filter="NOT &quot;disputed&quot; AND &quot;kind&quot; = 'treaty'" symbol="2"/>
   <rule key="{disputed}" label="Disputed stretch" filter="&quot;disputed&quot; AND &quot;kind&quot; NOT IN ('territorial', 'contiguous')" symbol="3"/>
   <rule key="{territorial}" label="12-mile limit (estimate)" filter="&quot;kind&quot; = 'territorial'" scalemaxdenom="10000000" symbol="4"/>
   <rule key="{contiguous}" label="24-mile limit (estimate)" filter="&quot;kind&quot; = 'contiguous'" scalemaxdenom="5000000" symbol="5"/>
  </rules>
  <symbols>
   <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="3;1.6"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1.8;1.2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.3"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.4"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="0.4;1"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="4" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,160"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.15"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="1;0.8"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
   <symbol name="5" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,160"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.12"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="0.6;1"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="~label" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="~colour,255" textOpacity="1" multilineHeight="0.9" namedStyle="" blendMode="0">
    <families>
     <family name="Open Sans"/>
     <family name="DejaVu Sans"/>
     <family name="Arial"/>
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1" bufferBlendMode="0"/>
   </text-style>
   <text-format multilineAlign="3" wrapChar="" autoWrapLength="24" useMaxLineLengthForAutoWrap="1"/>
   <placement placement="3" placementFlags="10" dist="0.5" distUnits="MM" repeatDistance="160" repeatDistanceUnits="MM" priority="2" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40"/>
   <rendering drawLabels="1" obstacle="1" displayAll="0" scaleVisibility="0" mergeLines="1" />
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>1</layerGeometryType>
</qgis>
