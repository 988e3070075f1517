"""Launch and basing sites: each name leads to one feature, and each position stands on something."""

import pytest

from sitmap import geocode, geodesy, resources
from sitmap.geocode import store

SITES = tuple(resources.rows(resources.data("curated", "sites.csv")))

#: Names as reports write them and the entry that they mean: an airfield's ICAO code or ident at OurAirports,
#: a row of sites.csv by its slug.
NAMES = """
    Engels-2 = RU-8602
    Engels air base = RU-8602
    Энгельс-2 = RU-8602
    Olenya = RU-4464
    Olenegorsk airfield = RU-4464
    Belaya air base = UIIB
    Ukrainka Air Base = RU-2244
    Shaykovka = RU-9942
    Shaikovka = RU-9942
    Mozdok airfield = RU-0152
    Morozovsk airfield = URRM
    Millerovo Air Base = RU-0282
    Dyagilevo = UUBD
    Soltsy-2 = XLLL
    Severomorsk-1 = ULAK
    Khalino = UUOK
    Yeysk airfield = URKE
    Nagurskoye = UODN
    Mongokhto = UHKG
    Rogachyovo = RU-4536
    Saky Air Base = UKFI
    Saki air base = UKFI
    Belbek = UKFB
    Gvardeyskoye air base = UKFG
    Dzhankoi airfield = UKFY
    Hostomel airport = UKKM
    Starokonstantinov air base = UA-2644
    Mirgorod air base = UA-0049
    Machulishchi airfield = UMLI
    Khmeimim = OSLK
    Hmeimim Air Base = OSLK
    Bassel al-Assad International Airport = OSLK
    حميميم = OSLK
    Shayrat = OS65
    T4 air base = OS72
    Tiyas = OS72
    Kuweires = OS66
    Mezzeh military airport = OS67
    Ain al-Asad = ORAA
    Al Asad Air Base = ORAA
    Camp Taji = ORTI
    Al Udeid = OTBH
    Al-Udeid Air Base = OTBH
    Al Dhafra = OMAM
    Prince Sultan Air Base = OEPS
    Ali Al Salem = OKAS
    Camp Buehring = OKDI
    Incirlik = LTAG
    RAF Akrotiri = LCRA
    Pituffik Space Base = BGTL
    Thule Air Base = BGTL
    Ramstein = ETAR
    Spangdahlem Air Base = ETAD
    Buechel Air Base = ETSB
    Aviano = LIPA
    Sigonella = LICZ
    Naval Station Rota = LERT
    Mihail Kogalniceanu = LRCK
    Powidz = EPPW
    Rzeszow-Jasionka = EPRZ
    Siauliai air base = EYSA
    Amari Air Base = EEEI
    Minot AFB = KMIB
    Malmstrom Air Force Base = KGFA
    F.E. Warren Air Force Base = FEW
    Naval Station Norfolk = KNGU
    Vandenberg = KVBG
    Vandenberg Air Force Base = KVBG
    Wallops Island = KWAL
    Andersen Air Force Base = PGUA
    Kadena = RODN
    MCAS Iwakuni = RJOI
    Osan Air Base = RKSO
    Camp Humphreys = RKSG
    Chinhae = KR-0222
    Bagram = OAIX
    Nevatim = LLNV
    Tel Nof = LLEK
    Palmachim = LL59
    Roosevelt Roads = TJRV
    Guantanamo Bay = MUGM
    Kalma = ZKWS
    Sunchon airfield = ZKSC
    Sunan airport = ZKPY
    Sohae = sohae-satellite-launching-station
    Tongchang-ri = sohae-satellite-launching-station
    동창리 = sohae-satellite-launching-station
    Musudan-ri = tonghae-satellite-launching-ground
    Kittaeryong = kittaeryong-missile-base
    Hodo peninsula = hodo-peninsula
    Punggye-ri = punggye-ri-nuclear-test-site
    Yongbyon nuclear complex = yongbyon-nuclear-scientific-research-center
    Sinpo shipyard = sinpo-south-shipyard
    Kapustin Yar test range = kapustin-yar
    Plesetsk Cosmodrome = plesetsk-cosmodrome
    Svobodny Cosmodrome = vostochny-cosmodrome
    Baikonur = baikonur-cosmodrome
    Nenoksa = nyonoksa-test-range
    Kura range = kura-missile-test-range
    Sary-Shagan = sary-shagan-test-range
    Jiuquan Satellite Launch Center = jiuquan-satellite-launch-center
    西昌卫星发射中心 = xichang-satellite-launch-center
    Wenchang Space Launch Site = wenchang-space-launch-site
    Hami missile silo field = hami-missile-silo-field
    Ordos silo field = hanggin-banner-missile-silo-field
    Semnan Space Center = imam-khomeini-spaceport
    Shahroud missile test site = shahroud-space-center
    Natanz Nuclear Facility = natanz-nuclear-facility
    Fordo = fordow-fuel-enrichment-plant
    Parchin = parchin-military-complex
    Khojir = khojir-missile-complex
    Dimona reactor = negev-nuclear-research-center
    Sdot Micha = sdot-micha-airbase
    Sonmiani = sonmiani-test-range
    Chandipur = integrated-test-range
    Sriharikota = satish-dhawan-space-centre
    Kourou = guiana-space-centre
    Tanegashima Space Center = tanegashima-space-center
    Naro Space Center = naro-space-center
    Barking Sands = pacific-missile-range-facility
    Woomera test range = woomera-range-complex
    White Sands Missile Range = white-sands-missile-range
    Severomorsk naval base = severomorsk-naval-base
    Gadzhiyevo = gadzhiyevo-submarine-base
    Vilyuchinsk naval base = vilyuchinsk-submarine-base
    Zapadnaya Litsa = zapadnaya-litsa-naval-base
    Baltiysk naval base = baltiysk-naval-base
    Sevastopol naval base = sevastopol-naval-base
    Tartus naval base = tartus-naval-facility
    Ream naval base = ream-naval-base
    Faslane = faslane-naval-base
    Ile Longue = ile-longue-submarine-base
    Souda Bay = souda-bay-naval-base
    Camp Lemonnier = camp-lemonnier
    Kozelsk missile division = kozelsk-missile-base
    Uzhur missile field = uzhur-missile-base
    Deveselu = deveselu-base
    Redzikowo = redzikowo-base
    Fort Greely = fort-greely
    Grafenwoehr = grafenwohr-training-area
    Hohenfels = hohenfels-training-area
    Yavoriv = yavoriv-training-center
    Pabrade = pabrade-training-area
    Culdrose = EGDR
    RAAF Edinburgh = YPED
    Osman Digna air base = HSSP
    Maaten al-Sarra = HL56
    Krichev-6 = BY-0036
    Dolgintsevo = UA-0047
    Bholari = PK-0070
    Thoise = VI57
    Lann-Bihoué = lann-bihoue
    Schleswig-Jagel = ETNS
    Haakonsvern = haakonsvern
    al-Omar oil field = al-omar-field
    Conoco gas field = conoco-field
    Berengo = berengo
    Anacoco = anacoco
    Stabroek block = stabroek-block
    Mount Hermon = mount-hermon
    Har Dov = shebaa-farms
    Sandy Cay = sandy-cay
    Recto Bank = reed-bank
    Robotyne = robotyne
    Tin Zaouatine = tinzaouaten
    Pont-Sondé = pont-sonde
    Torkham = torkham
    Porkkala = porkkala
    Taara barracks = voru-barracks
    Brak al-Shati = LY-BCQ
"""


def names():
    for line in NAMES.strip().splitlines():
        name, _, entry = line.strip().partition(" = ")
        yield name, f"sitmap:site/{entry}" if entry.islower() else f"ourairports:{entry}"


def place_id(row):
    return row["is"] or f"sitmap:site/{row['slug']}"


@pytest.mark.parametrize(("name", "expected"), tuple(names()))
def test_a_name_of_the_news_leads_to_its_site(name, expected):
    assert geocode.search(name)[0].place.place_id == expected


@pytest.mark.parametrize("row", SITES, ids=lambda row: row["slug"])
def test_a_site_has_one_position_and_says_what_holds_it(row):
    given = [bool(row["is"]), bool(row["at"]), bool(row["lat"] and row["lon"])]
    assert sum(given) == 1
    # A typed position is held by an entry of another source; a joined one is that entry's own.
    assert bool(row["check"]) == bool(row["check_km"]) == bool(row["lat"])
    assert not row["check"].endswith(row["slug"])


NATURAL = {"area", "border", "cape", "mountains", "reef", "sea"}


@pytest.mark.parametrize(
    "row",
    [r for r in SITES if r["check"] and "no text that was read" in r["source"]],
    ids=lambda r: r["slug"],
)
def test_a_position_that_no_text_gave_is_held_close_by(row):
    assert row["type"] in NATURAL or float(row["check_km"]) <= 50


@pytest.mark.parametrize("row", SITES, ids=lambda row: row["slug"])
def test_a_site_leads_back_to_itself_by_its_own_name(row):
    assert geocode.search(row["name"])[0].place.place_id == place_id(row)


@pytest.mark.parametrize(
    "row", [r for r in SITES if r["at"].startswith("geonames:")], ids=lambda r: r["slug"]
)
def test_a_site_at_a_town_stands_where_the_gazetteer_has_it(row):
    site, town = geocode.get(place_id(row)), geocode.get(row["at"])
    assert geodesy.distance(site.lat, site.lon, town.lat, town.lon) < 0.1
    assert site.country == town.country


def test_a_village_that_a_person_put_in_the_table_is_found_by_its_id():
    assert geocode.get("sitmap:site/robotyne").name == "Robotyne"
    assert geocode.get("geonames:0") is None


def test_a_site_and_an_airfield_are_one_feature():
    # One base, two sources: a reader who searches either name must not meet it twice.
    khmeimim, airport = (geocode.search(name)[0].place for name in ("Khmeimim", "Bassel Al-Assad Airport"))
    assert khmeimim == airport
    assert geocode.get("sitmap:site/khmeimim-air-base") is None


@pytest.mark.parametrize("row", SITES, ids=lambda row: row["slug"])
def test_no_second_entry_of_its_kind_bears_a_name_of_a_site_close_by(row):
    gazetteer = store.gazetteer()
    site = geocode.get(place_id(row))
    for name in (row["name"], *filter(None, row["names"].split("|"))):
        for found in store.lookup(name):
            same = gazetteer.find(site.place_id) == found.entry
            if not same and found.type == row["type"] and found.kind != store.CUED:
                assert geodesy.distance(site.lat, site.lon, found.lat, found.lon) > 30, name


@pytest.mark.parametrize(
    ("name", "kind"), [("Severomorsk", "town"), ("Novorossiysk", "town"), ("Sinpo", "town")]
)
def test_a_town_keeps_its_bare_name_beside_its_base(name, kind):
    assert geocode.search(name)[0].place.type == kind
    assert geocode.search(f"{name} naval base")[0].place.type != kind


def test_sites_number_what_a_desk_needs():
    kinds = [row["type"] for row in SITES]
    assert len(SITES) >= 400
    assert {kind: kinds.count(kind) >= least for kind, least in LEAST.items()} == dict.fromkeys(LEAST, True)


LEAST = {"launch-site": 45, "range": 35, "base": 230, "facility": 15}
