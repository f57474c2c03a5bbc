package org.sistercityimpact.pdf;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A subset of a typeface, ready to be embedded: outlines and character map are deflated already, so
 * a document only copies them. Glyphs keep their numbers; content uses them as two-byte codes.
 */
final class FontProgram {
  private final BitSet glyphs;
  private final String name;
  private final String descriptor;
  private final String widths;
  private final byte[] outlines;
  private final int outlinesLength;
  private final byte[] toUnicode;

  private FontProgram(Typeface face, Map<Integer, String> glyphs, UnaryOperator<byte[]> deflate) {
    BitSet set = new BitSet();
    glyphs.keySet().forEach(set::set);
    this.glyphs = set;
    byte[] plain = TrueTypeSubset.of(face.file, set);
    name = prefix(face.name, set) + "+" + face.name;
    outlinesLength = plain.length;
    outlines = deflate.apply(plain);
    widths = widths(face, set);
    toUnicode = deflate.apply(PdfFile.latin1(characterMap(glyphs)));
    int[] e = face.file.extent();
    descriptor =
        "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s %s %s %s]/ItalicAngle %s"
                .formatted(name, e[0], e[1], e[2], e[3], face.file.isItalic() ? -9 : 0)
            + "/Ascent %s/Descent %s/CapHeight 700/StemV %s/FontFile2 "
                .formatted(e[4], e[5], face.file.isBold() ? 140 : 80);
  }

  /** Takes the glyphs of one document, each with the text it stands for. */
  static FontProgram of(Typeface face, Map<Integer, String> glyphs, PdfFile file) {
    return new FontProgram(face, glyphs, file::deflate);
  }

  /** The same for all documents. */
  static FontProgram forAll(Typeface face, Map<Integer, String> glyphs) {
    return new FontProgram(face, glyphs, PdfFile::deflateForAll);
  }

  boolean has(int glyph) {
    return glyphs.get(glyph);
  }

  /** Writes the font under the object number that pages refer to already. */
  void writeTo(PdfFile file, int id) {
    int stream = file.addStream("/Length1 " + outlinesLength + "/Filter/FlateDecode", outlines);
    int map = file.addStream("/Filter/FlateDecode", toUnicode);
    int description = file.add(descriptor + stream + " 0 R>>");
    int descendant =
        file.add(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity".formatted(name)
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor %s 0 R/DW 0/W%s>>".formatted(description, widths));
    file.set(
        id,
        "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s 0 R]/ToUnicode %s 0 R>>"
            .formatted(name, descendant, map));
  }

  private static String widths(Typeface face, BitSet set) {
    StringBuilder out = new StringBuilder("[0[" + width(face, 0));
    int last = 0;
    for (int g = set.nextSetBit(1); g >= 0; g = set.nextSetBit(g + 1)) {
      out.append(g == last + 1 ? " " : "]" + g + "[").append(width(face, g));
      last = g;
    }
    return out.append("]]").toString();
  }

  private static String width(Typeface face, int glyph) {
    return Content.format(face.advance(glyph, 1000));
  }

  private static String characterMap(Map<Integer, String> glyphs) {
    StringBuilder out = new StringBuilder();
    out.append("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    out.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n");
    out.append("/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n");
    out.append("1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    int left = glyphs.size();
    int inBlock = 0;
    for (Map.Entry<Integer, String> glyph : glyphs.entrySet()) {
      if (inBlock == 0) {
        inBlock = Math.min(left, 100);
        out.append(inBlock).append(" beginbfchar\n");
      }
      out.append('<');
      PdfFile.appendHex4(out, glyph.getKey());
      out.append("><");
      PdfFile.appendUtf16(out, glyph.getValue());
      out.append(">\n");
      left--;
      if (--inBlock == 0) {
        out.append("endbfchar\n");
      }
    }
    return out.append("endcmap CMapName currentdict/CMap defineresource pop end end").toString();
  }

  /** Six letters from the set itself: the same subset has the same name in every run. */
  private static String prefix(String face, BitSet set) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(PdfFile.latin1(face));
      long hash = ByteBuffer.wrap(digest.digest(set.toByteArray())).getLong() >>> 1;
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < 6; i++, hash /= 26) {
        out.append((char) ('A' + hash % 26));
      }
      return out.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
