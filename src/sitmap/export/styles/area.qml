<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- The edge of an area is drawn without the seam where RFC 7946 has it cut at the antimeridian. -->
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="0">
 <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
  <rules key="{root}">
   <rule key="{outline}" label="~title: the place itself" filter="&quot;stance&quot; = 'asserted' AND &quot;area_type&quot; = 'outline'" symbol="0"/>
   <rule key="{uncertainty}" label="~title: what the words allow" filter="&quot;stance&quot; = 'asserted' AND &quot;area_type&quot; &lt;> 'outline'" symbol="1"/>
   <rule key="{denied}" label="~title, denied" filter="&quot;stance&quot; = 'denied'" symbol="2"/>
  </rules>
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="LinePatternFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="45"/>
      <Option name="distance" type="QString" value="2.4"/>
      <Option name="distance_unit" type="QString" value="MM"/>
      <Option name="line_width" type="QString" value="0.15"/>
      <Option name="line_width_unit" type="QString" value="MM"/>
      <Option name="color" type="QString" value="~colour,255"/>
      <Option name="offset" type="QString" value="0"/>
     </Option>
     <symbol name="@0@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="line_color" type="QString" value="~colour,90"/>
        <Option name="line_style" type="QString" value="solid"/>
        <Option name="line_width" type="QString" value="0.15"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="capstyle" type="QString" value="flat"/>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) > -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90))')))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <symbol name="@0@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="line_color" type="QString" value="~colour,190"/>
        <Option name="line_style" type="QString" value="solid"/>
        <Option name="line_width" type="QString" value="0.3"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="capstyle" type="QString" value="flat"/>
        <Option name="joinstyle" type="QString" value="round"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="style" type="QString" value="solid"/>
      <Option name="color" type="QString" value="~colour,31"/>
      <Option name="outline_style" type="QString" value="no"/>
      <Option name="outline_color" type="QString" value="~colour,0"/>
     </Option>
    </layer>
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) > -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90))')))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <symbol name="@1@1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="line_color" type="QString" value="~colour,210"/>
        <Option name="line_style" type="QString" value="dash"/>
        <Option name="line_width" type="QString" value="0.3"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="capstyle" type="QString" value="flat"/>
        <Option name="joinstyle" type="QString" value="round"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
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
    <layer class="GeometryGenerator" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Line"/>
      <Option name="geometryModifier" type="QString" value="if(x_min($geometry) > -180 AND x_max($geometry) &lt; 180, boundary($geometry), difference(boundary($geometry), geom_from_wkt('MULTILINESTRING((-180 -90, -180 90), (180 -90, 180 90))')))"/>
      <Option name="units" type="QString" value="MapUnit"/>
     </Option>
     <symbol name="@2@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
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
        <Option name="line_color" type="QString" value="~colour,255"/>
        <Option name="line_style" type="QString" value="dot"/>
        <Option name="line_width" type="QString" value="0.35"/>
        <Option name="line_width_unit" type="QString" value="MM"/>
        <Option name="capstyle" type="QString" value="flat"/>
        <Option name="joinstyle" type="QString" value="round"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>2</layerGeometryType>
</qgis>
