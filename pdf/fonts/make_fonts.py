"""Subsets the npm packages' fonts to what names and prose need: make_fonts.py PACKAGES TARGET.

What changes, and why:
- no hinting: PDF viewers and the JDK ignore it at these sizes, and it doubles the files;
- Inter keeps no layout tables: plain text is laid out from cmap and hmtx alone, by the JDK as by the exporter;
- Inter's Regular, SemiBold and Italic carry tabular figures, so that columns of numbers line up; Bold keeps
  proportional ones, because it sets headlines;
- Inter's family name gets the suffix "Base": JasperReports looks for a family before it looks for a font set, so the
  name "Inter" must be free for the set that falls back to the Noto families;
- the Noto families give up their Latin letters and European digits, so that these stay Inter's within a mixed text;
- the CJK fonts keep the characters of their national standards, without alternates for vertical text.
"""

import pathlib
import shutil
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = [(0x20, 0x7E), (0xA0, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x22FF), (0x25A0, 0x27BF), (0xFB00, 0xFB06), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD)]


def ranges(pairs):
    return {c for first, last in pairs for c in range(first, last + 1)}


INTERS_OWN = ranges([(0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0x24F), (0x1E00, 0x1EFF)]) - {0xD7, 0xF7}


def standard(codec, lead):
    """The characters of a two-byte national standard, through Python's own codec tables."""
    found = set()
    for high in lead:
        for low in range(0x40, 0xFF):
            try:
                text = bytes([high, low]).decode(codec)
            except UnicodeDecodeError:
                continue
            found.update(ord(c) for c in text)
    return found


CJK_SIGNS = ranges([(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x3000, 0x30FF), (0xFF01, 0xFF9F)])
HAN_SC = CJK_SIGNS | standard("gb2312", range(0xB0, 0xF8)) | standard("big5", range(0xA4, 0xC7))
HAN_JP = CJK_SIGNS | standard("euc_jp", range(0xB0, 0xF5)) | {ord(c) for c in "髙﨑彅瀨邉濵德"}
HANGUL = CJK_SIGNS | ranges([(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3)])

# package, file, target, characters (None: all), keeps layout tables, tabular figures
FACES = [
    ("inter", "400Regular/Inter_400Regular", "Inter-Regular", ranges(LATIN), False, True),
    ("inter", "600SemiBold/Inter_600SemiBold", "Inter-SemiBold", ranges(LATIN), False, True),
    ("inter", "700Bold/Inter_700Bold", "Inter-Bold", ranges(LATIN), False, False),
    ("inter", "400Regular_Italic/Inter_400Regular_Italic", "Inter-Italic", ranges(LATIN), False, True),
    ("noto-sans-arabic", "400Regular/NotoSansArabic_400Regular", "NotoSansArabic-Regular", None, True, False),
    ("noto-sans-arabic", "700Bold/NotoSansArabic_700Bold", "NotoSansArabic-Bold", None, True, False),
    ("noto-sans-hebrew", "400Regular/NotoSansHebrew_400Regular", "NotoSansHebrew-Regular", None, True, False),
    ("noto-sans-hebrew", "700Bold/NotoSansHebrew_700Bold", "NotoSansHebrew-Bold", None, True, False),
    ("noto-sans-armenian", "400Regular/NotoSansArmenian_400Regular", "NotoSansArmenian-Regular", None, True, False),
    ("noto-sans-georgian", "400Regular/NotoSansGeorgian_400Regular", "NotoSansGeorgian-Regular", None, True, False),
    ("noto-sans-devanagari", "400Regular/NotoSansDevanagari_400Regular", "NotoSansDevanagari-Regular", None, True, False),
    ("noto-sans-bengali", "400Regular/NotoSansBengali_400Regular", "NotoSansBengali-Regular", None, True, False),
    ("noto-sans-thai", "400Regular/NotoSansThai_400Regular", "NotoSansThai-Regular", None, True, False),
    ("noto-sans-ethiopic", "400Regular/NotoSansEthiopic_400Regular", "NotoSansEthiopic-Regular", None, True, False),
    ("noto-sans-jp", "400Regular/NotoSansJP_400Regular", "NotoSansJP-Regular", HAN_JP, False, False),
    ("noto-sans-sc", "400Regular/NotoSansSC_400Regular", "NotoSansSC-Regular", HAN_SC, False, False),
    ("noto-sans-kr", "400Regular/NotoSansKR_400Regular", "NotoSansKR-Regular", HANGUL, False, False),
]


def tabular(font):
    """Points the digits at their fixed-width forms, as the feature `tnum` would; cmap tables may share one map."""
    gsub = font["GSUB"].table
    wanted = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    swap = {}
    for index in wanted:
        for table in gsub.LookupList.Lookup[index].SubTable:
            swap.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = swap.get(table.cmap[code], table.cmap[code])


def make(packages, target, package, file, name, characters, layout, fixed_figures):
    font = TTFont(packages / package / (file + ".ttf"), recalcTimestamp=False)
    if fixed_figures:
        tabular(font)
    options = subset.Options(
        layout_features=["*"] if layout else [],
        hinting=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
        notdef_outline=True,
        glyph_names=False,
        recalc_timestamp=False,
    )
    if not layout:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    options.drop_tables += ["STAT", "DSIG", "vhea", "vmtx", "VORG", "BASE", "MVAR", "HVAR", "meta"]
    subsetter = subset.Subsetter(options)
    characters = set(characters or font.getBestCmap().keys())
    subsetter.populate(unicodes=characters if package == "inter" else characters - INTERS_OWN)
    subsetter.subset(font)
    if package == "inter":
        for record in font["name"].names:
            if record.nameID in (1, 4, 16):
                record.string = record.toUnicode().replace("Inter", "Inter Base", 1)
    font.save(target / (name + ".ttf"), reorderTables=True)
    print(f"{name}: {(target / (name + '.ttf')).stat().st_size:,} bytes, {font['maxp'].numGlyphs} glyphs")


def main():
    packages, target = map(pathlib.Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        make(packages, target, *face)
        shutil.copy(packages / face[0] / "LICENSE_FONT", target / f"OFL-{face[0]}.txt")


main()
