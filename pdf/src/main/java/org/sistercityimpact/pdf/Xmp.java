package org.sistercityimpact.pdf;

import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The metadata packet: what the document is, and the two standards it keeps. */
final class Xmp {
  private static final Pattern NOT_OF_XML = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF]");

  static final String PRODUCER = "JasperPrint to tagged PDF";

  private Xmp() {}

  static String of(PdfMetadata m) {
    String date = DateTimeFormatter.ISO_INSTANT.format(m.date());
    String language = escape(m.language().toLanguageTag());
    StringBuilder about = new StringBuilder();
    about.append("<dc:format>application/pdf</dc:format>");
    about.append("<dc:language><rdf:Bag><rdf:li>" + language + "</rdf:li></rdf:Bag></dc:language>");
    about.append("<dc:title>" + alternative(m.title()) + "</dc:title>");
    if (!m.author().isBlank()) {
      about.append("<dc:creator><rdf:Seq><rdf:li>" + escape(m.author()));
      about.append("</rdf:li></rdf:Seq></dc:creator>");
    }
    if (!m.subject().isBlank()) {
      about.append("<dc:description>" + alternative(m.subject()) + "</dc:description>");
    }
    if (!m.keywords().isEmpty()) {
      about.append("<dc:subject><rdf:Bag>");
      m.keywords().forEach(k -> about.append("<rdf:li>" + escape(k) + "</rdf:li>"));
      about.append("</rdf:Bag></dc:subject>");
      about.append("<pdf:Keywords>" + escape(String.join(", ", m.keywords())) + "</pdf:Keywords>");
    }
    return """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
          xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
          xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
          xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
          xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        %s
        <pdf:Producer>%s</pdf:Producer>
        <xmp:CreateDate>%s</xmp:CreateDate>
        <xmp:ModifyDate>%s</xmp:ModifyDate>
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 this document keeps</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
        .formatted(about, PRODUCER, date, date);
  }

  private static String alternative(String text) {
    return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape(text) + "</rdf:li></rdf:Alt>";
  }

  private static String escape(String text) {
    // XML 1.0 has no place for control characters, not even escaped.
    return NOT_OF_XML
        .matcher(text)
        .replaceAll(" ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
