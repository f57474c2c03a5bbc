import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;

/** The same briefs through Apache FOP as PDF/UA-1 and PDF/A-2a: {@code FOLDER COUNT FONTS PDF}. */
final class Fop {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    String fonts = arguments[2];
    String configuration =
        """
        <fop version="1.0"><accessibility>true</accessibility><renderers><renderer mime="application/pdf">
        <pdf-ua-mode>PDF/UA-1</pdf-ua-mode><pdf-a-mode>PDF/A-2a</pdf-a-mode><fonts>
        <font embed-url="file:%1$s/Inter-Regular.ttf"><font-triplet name="Inter" style="normal" weight="normal"/><font-triplet name="any" style="normal" weight="normal"/></font>
        <font embed-url="file:%1$s/Inter-SemiBold.ttf"><font-triplet name="Inter" style="normal" weight="bold"/><font-triplet name="Inter SemiBold" style="normal" weight="normal"/></font>
        </fonts></renderer></renderers></fop>
        """
            .formatted(fonts);
    FopFactory factory =
        new FopConfParser(
                new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)),
                folder.toUri())
            .getFopFactoryBuilder()
            .build();
    TransformerFactory transformers = TransformerFactory.newInstance();
    Timing.print(
        "fop",
        count,
        i -> folder.resolve(i + ".fo"),
        fo -> print(factory, transformers, fo));
    Files.write(Path.of(arguments[3]), print(factory, transformers, folder.resolve("0.fo")));
  }

  private static byte[] print(FopFactory factory, TransformerFactory transformers, Path fo)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FOUserAgent agent = factory.newFOUserAgent();
    var fop = factory.newFop(MimeConstants.MIME_PDF, agent, bytes);
    transformers
        .newTransformer()
        .transform(new StreamSource(fo.toFile()), new SAXResult(fop.getDefaultHandler()));
    return bytes.toByteArray();
  }
}
