package org.sistercityimpact.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintAnchor;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.PrintPageFormat;
import net.sf.jasperreports.engine.util.JRStyledText;

/** One PDF being made: its pages, and all that pages share. */
final class Document {
  final FontCatalog fonts;
  final TextFlow.TextReader reader;
  final FontBook book;
  final Pictures pictures;
  final Tagger tagger = new Tagger();
  private final PdfFile file = new PdfFile();
  private final PdfMetadata metadata;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Links links = new Links();
  private final Outline headings = new Outline();
  private final Outline bookmarks = new Outline();
  private final IdentityHashMap<JRLineBox, Strokes.Widths> penWidths = new IdentityHashMap<>();
  private final int fontsId = file.reserve();

  Document(
      PdfMetadata metadata,
      FontCatalog fonts,
      TextFlow.TextReader reader,
      SharedDrawings shared,
      JasperReportsContext context) {
    this.metadata = metadata;
    this.fonts = fonts;
    this.reader = reader;
    this.book = new FontBook(file);
    this.pictures = new Pictures(context, fonts, book, file, fontsId, shared);
  }

  /** Elements made from one template share its box, and most boxes draw nothing. */
  Strokes.Widths penWidths(JRLineBox box) {
    return penWidths.computeIfAbsent(box, Strokes.Widths::of);
  }

  void anchor(JRPrintAnchor anchor, Sheet sheet, int x, int y) {
    String name = anchor.getAnchorName();
    if (name == null) {
      return;
    }
    Links.Target target = new Links.Target(sheet.index, x, sheet.y(y));
    links.anchor(name, target);
    if (anchor.getBookmarkLevel() > 0) {
      bookmarks.add(anchor.getBookmarkLevel(), name, target);
    }
  }

  /** What is read of a text: its words without markup. */
  String plain(JRPrintText text) {
    JRStyledText styled = reader.util().getStyledText(text, reader.selector());
    return styled == null ? Elements.text(text) : styled.getText();
  }

  void heading(Tag tag, String text, Sheet sheet, int x, int y) {
    headings.add(
        tag.headingLevel(),
        Elements.singleSpaced(text.strip()),
        new Links.Target(sheet.index, x, sheet.y(y)));
  }

  /** Adds a link over an area: left, bottom, right, top. */
  void link(Sheet sheet, StructNode node, JRPrintHyperlink target, double[] area) {
    int id = file.reserve();
    StringBuilder rectangle = new StringBuilder();
    Arrays.stream(area).forEach(v -> rectangle.append(Content.format(v)).append(' '));
    sheet.links().add(new Links.Link(id, node, rectangle.toString(), target, node.name()));
    node.kids.add(new StructNode.Annotation(sheet.index, id));
  }

  void write(List<JasperPrint> prints, OutputStream out) throws IOException {
    try {
      for (JasperPrint print : prints) {
        StructNode home =
            prints.size() == 1
                ? tagger.root
                : tagger.root.add(new StructNode(Tag.PART, null, false, sheets.size()));
        tagger.beginPrint();
        for (int i = 0; i < print.getPages().size(); i++) {
          PrintPageFormat format = print.getPageFormat(i);
          Sheet sheet =
              new Sheet(
                  sheets.size(), file.reserve(), format.getPageWidth(), format.getPageHeight());
          sheets.add(sheet);
          new PageWriter(this, sheet).write(print.getPages().get(i).getElements(), home);
        }
      }
      if (sheets.isEmpty()) {
        throw new PdfExportException(
            "Cannot export '%s': the print has no pages".formatted(metadata.title()));
      }
      TableShape.settle(tagger.root);
      finish(out);
    } finally {
      pictures.close();
      file.close();
    }
  }

  private void finish(OutputStream out) throws IOException {
    int pages = file.reserve();
    int structure = new StructTree(file, sheets).write(tagger.root);
    links.write(file, sheets);
    file.set(fontsId, book.write());
    int resources = file.add("<</Font %s 0 R/XObject%s>>".formatted(fontsId, pictures.resources()));
    StringBuilder kids = new StringBuilder();
    for (Sheet sheet : sheets) {
      writePage(sheet, pages, resources);
      kids.append(sheet.pageId).append(" 0 R ");
    }
    file.set(pages, "<</Type/Pages/Count %s/Kids[%s]>>".formatted(sheets.size(), kids));
    int xmp =
        file.addStream(
            "/Type/Metadata/Subtype/XML", Xmp.of(metadata).getBytes(StandardCharsets.UTF_8));
    int profile = file.addStream("/N 3/Filter/FlateDecode", OutputProfile.deflated());
    String intent =
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile %s 0 R>>"
            .formatted(profile);
    Outline outline = bookmarks.isEmpty() ? headings : bookmarks;
    String outlines =
        outline.isEmpty()
            ? ""
            : "/Outlines %s 0 R/PageMode/UseOutlines".formatted(outline.write(file, sheets));
    int catalog =
        file.add(
            "<</Type/Catalog/Pages %s 0 R/Metadata %s 0 R/MarkInfo<</Marked true>>/Lang%s/StructTreeRoot %s 0 R/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[%s]%s>>"
                .formatted(
                    pages,
                    xmp,
                    PdfFile.text(metadata.language().toLanguageTag()),
                    structure,
                    intent,
                    outlines));
    file.writeTo(out, catalog, file.add(information()), fileId());
  }

  /** The same as in XMP, for readers that look no further. */
  private String information() {
    String date =
        DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(metadata.date());
    StringBuilder entries = new StringBuilder("<</Title").append(PdfFile.text(metadata.title()));
    if (!metadata.author().isBlank()) {
      entries.append("/Author").append(PdfFile.text(metadata.author()));
    }
    if (!metadata.subject().isBlank()) {
      entries.append("/Subject").append(PdfFile.text(metadata.subject()));
    }
    if (!metadata.keywords().isEmpty()) {
      entries.append("/Keywords").append(PdfFile.text(String.join(", ", metadata.keywords())));
    }
    return entries
        .append("/Producer")
        .append(PdfFile.text(Xmp.PRODUCER))
        .append("/CreationDate(%s)/ModDate(%s)>>".formatted(date, date))
        .toString();
  }

  private void writePage(Sheet sheet, int pages, int resources) {
    int content = file.addDeflated("", sheet.content.toBytes());
    StringBuilder annotations = new StringBuilder();
    for (Links.Link link : sheet.links()) {
      annotations.append(link.objectId()).append(" 0 R ");
    }
    file.set(
        sheet.pageId,
        "<</Type/Page/Parent %s 0 R/MediaBox[0 0 %s %s]/Resources %s 0 R/Contents %s 0 R/StructParents %s/Tabs/S/Group<</S/Transparency/CS/DeviceRGB>>%s>>"
            .formatted(
                pages,
                Content.format(sheet.width),
                Content.format(sheet.height),
                resources,
                content,
                sheet.index,
                annotations.isEmpty() ? "" : "/Annots[" + annotations + "]"));
  }

  private byte[] fileId() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(metadata.documentId().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
