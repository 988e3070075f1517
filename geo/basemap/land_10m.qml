<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0">
  <rules key="{root}">
   <rule key="{0}" label="Land" symbol="0" />
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
        <Option name="line_color" type="QString" value="181,195,205,255" />
        <Option name="line_width" type="QString" value="0.2" />
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
 <previewExpression>'Land'</previewExpression>
 <mapTip>[% 'Land' %]</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
