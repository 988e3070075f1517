<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{asserted}" label="Ground track" filter="&quot;stance&quot; = 'asserted'" symbol="0"/>
   <rule key="{denied}" label="Ground track, denied" filter="&quot;stance&quot; = 'denied'" symbol="1"/>
  </rules>
  <symbols>
   <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;background&quot;, 50, 100)"/>
        <Option name="type" type="int" value="3"/>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,170"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="1.1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.4"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="coalesce(geometry_n($geometry, num_geometries($geometry)), $geometry)"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <symbol name="@0@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placement" type="QString" value="lastvertex"/>
        <Option name="rotate" type="QString" value="1"/>
        <Option name="offset" type="QString" value="0"/>
        <Option name="ring_filter" type="QString" value="0"/>
       </Option>
       <symbol name="@@0@1@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties" type="Map">
           <Option name="alpha" type="Map">
            <Option name="active" type="bool" value="true"/>
            <Option name="expression" type="QString" value="if(&quot;background&quot;, 50, 100)"/>
            <Option name="type" type="int" value="3"/>
           </Option>
          </Option>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="name" type="QString" value="filled_arrowhead"/>
          <Option name="color" type="QString" value="~colour,255"/>
          <Option name="outline_style" type="QString" value="no"/>
          <Option name="outline_color" type="QString" value="~colour,255"/>
          <Option name="size" type="QString" value="3"/>
          <Option name="size_unit" type="QString" value="MM"/>
          <Option name="offset" type="QString" value="-3.2,0"/>
          <Option name="offset_unit" type="QString" value="MM"/>
         </Option>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value=""/>
      <Option name="properties" type="Map">
       <Option name="alpha" type="Map">
        <Option name="active" type="bool" value="true"/>
        <Option name="expression" type="QString" value="if(&quot;background&quot;, 50, 100)"/>
        <Option name="type" type="int" value="3"/>
       </Option>
      </Option>
      <Option name="type" type="QString" value="collection"/>
     </Option>
    </data_defined_properties>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="255,255,255,170"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="1.1"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="~colour,255"/>
      <Option name="line_style" type="QString" value="solid"/>
      <Option name="line_width" type="QString" value="0.4"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="capstyle" type="QString" value="flat"/>
      <Option name="joinstyle" type="QString" value="round"/>
      <Option name="use_custom_dash" type="QString" value="1"/>
      <Option name="customdash" type="QString" value="0.5;1.2"/>
      <Option name="customdash_unit" type="QString" value="MM"/>
     </Option>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="coalesce(geometry_n($geometry, num_geometries($geometry)), $geometry)"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <symbol name="@1@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="MarkerLine" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="placement" type="QString" value="lastvertex"/>
        <Option name="rotate" type="QString" value="1"/>
        <Option name="offset" type="QString" value="0"/>
        <Option name="ring_filter" type="QString" value="0"/>
       </Option>
       <symbol name="@@1@1@0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value=""/>
          <Option name="properties" type="Map">
           <Option name="alpha" type="Map">
            <Option name="active" type="bool" value="true"/>
            <Option name="expression" type="QString" value="if(&quot;background&quot;, 50, 100)"/>
            <Option name="type" type="int" value="3"/>
           </Option>
          </Option>
          <Option name="type" type="QString" value="collection"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
         <Option type="Map">
          <Option name="name" type="QString" value="filled_arrowhead"/>
          <Option name="color" type="QString" value="~colour,255"/>
          <Option name="outline_style" type="QString" value="no"/>
          <Option name="outline_color" type="QString" value="~colour,255"/>
          <Option name="size" type="QString" value="3"/>
          <Option name="size_unit" type="QString" value="MM"/>
          <Option name="offset" type="QString" value="-3.2,0"/>
          <Option name="offset_unit" type="QString" value="MM"/>
         </Option>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="~label" isExpression="1" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="~colour,255" textOpacity="1" multilineHeight="0.9" namedStyle="" blendMode="0">
    <families>
     <family name="Open Sans"/>
     <family name="DejaVu Sans"/>
     <family name="Arial"/>
    </families>
    <text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1" bufferBlendMode="0"/>
   </text-style>
   <text-format multilineAlign="3" wrapChar="" autoWrapLength="24" useMaxLineLengthForAutoWrap="1"/>
   <placement placement="3" placementFlags="10" dist="0.5" distUnits="MM" repeatDistance="0" repeatDistanceUnits="MM" priority="4" maxCurvedCharAngleIn="40" maxCurvedCharAngleOut="-40"/>
   <rendering drawLabels="1" obstacle="1" displayAll="0" scaleVisibility="0" mergeLines="0" />
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>1</layerGeometryType>
</qgis>
