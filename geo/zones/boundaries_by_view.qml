<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Drawn in a claimant's view (estimate)" symbol="0" filter="&quot;drawn&quot;" />
   <rule key="{1}" label="Left out in a claimant's view" symbol="1" filter="NOT &quot;drawn&quot;" />
  </rules>
  <symbols>
   <symbol name="0" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="140,59,46,255" />
      <Option name="line_width" type="QString" value="0.4" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.8;1.2" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol name="1" type="line" alpha="1" clip_to_extent="1">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="140,59,46,150" />
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
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{labels}">
   <rule key="{label 0}" filter="&quot;drawn&quot;" scalemaxdenom="40000000">
    <settings calloutType="simple">
     <text-style fieldName="&quot;view&quot; || ': ' || &quot;label&quot;" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="1" fontLetterSpacing="0" capitalization="0" textColor="140,59,46,255" textOpacity="1" multilineHeight="0.9" namedStyle="">
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
  </rules>
 </labeling>
 <previewExpression>"label" || ', ' || if("drawn", 'in', 'not in') || ' the view of ' || "view"</previewExpression>
 <mapTip>[% "label" || ', ' || if("drawn", 'in', 'not in') || ' the view of ' || "view" %]</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
