package org.sistercityimpact.warehouse.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The pixels of a photo that somebody sent, upright and on white. Nothing else of the file is kept:
 * not where and when it was taken, nor by which camera.
 */
public final class Photo {
  /** More bytes than any camera's picture has. */
  public static final int MOST_BYTES = 30 << 20;

  private static final long MOST_PIXELS = 60_000_000;
  private static final int LONGEST_SIDE = 20_000;
  private static final int SHORTEST_SIDE = 100;

  /**
   * So many pixels at least are read, where the file has as many, and no more than four times that
   * in whatever shape; a page prints fewer.
   */
  private static final double ENOUGH = 1600 * 1600;

  private static final float QUALITY = 0.85f;

  /** A photo of which a place would show less is set into it whole. */
  private static final double LEAST_SHOWN = 0.501;

  private static final Color GROUND = new Color(0xE8EFF4);

  private static final Pattern NAMED =
      Pattern.compile("(?is).*\\.(jpe?g|jpe|jfif|png|gif|bmp|hei[cf]|avif|webp|tiff?)");

  private static final String AGAIN = "Save it as JPEG, and send that";
  private static final String SMALLER = "Make it smaller, such as 2,000 pixels wide, and send that";
  private static final String BROKEN = "it is damaged, or its end is missing";
  private static final String FROM_CAMERA = "Send it again from where it was first saved";

  private final BufferedImage pixels;

  private Photo(BufferedImage pixels) {
    this.pixels = pixels;
  }

  /** Whether a file's name ends as those of pictures do. */
  public static boolean isNamed(String file) {
    return NAMED.matcher(file).matches();
  }

  /** Why the bytes of a file cannot be printed; empty: they can. */
  public static Optional<FaultyPhoto> fault(byte[] bytes) {
    try {
      read(bytes);
      return Optional.empty();
    } catch (FaultyPhoto e) {
      return Optional.of(e);
    }
  }

  /** What is said of a file with more bytes than {@link #MOST_BYTES}, which nobody need read. */
  public static FaultyPhoto tooLarge(long bytes) {
    return new FaultyPhoto(
        "it has %d MB, more than %d".formatted(bytes >> 20, MOST_BYTES >> 20), SMALLER);
  }

  /**
   * Reads a photo.
   *
   * @param bytes of the file: JPEG, PNG, GIF (its first picture) or BMP
   * @throws FaultyPhoto if it is of another kind, too large, or damaged; how large it is, is read
   *     before a pixel is
   */
  public static Photo read(byte[] bytes) throws FaultyPhoto {
    if (bytes.length == 0) {
      throw new FaultyPhoto("the file is empty", FROM_CAMERA);
    }
    PhotoKind kind =
        PhotoKind.of(bytes)
            .orElseThrow(
                () ->
                    new FaultyPhoto(
                        "it is no picture, whatever its name", "Send the photo itself"));
    if (kind.format() == null) {
      throw new FaultyPhoto("it is saved as " + kind.title(), AGAIN);
    }
    if (bytes.length > MOST_BYTES) {
      throw tooLarge(bytes.length);
    }
    JpegHeader jpeg = kind == PhotoKind.JPEG ? JpegHeader.of(bytes) : new JpegHeader(0, 1);
    if (jpeg.components() == 4) {
      throw new FaultyPhoto(
          "its colors are those of printing inks (CMYK)",
          "Save it as JPEG with RGB colors, and send that");
    }
    return new Photo(upright(decoded(kind, bytes), jpeg.orientation()));
  }

  private static BufferedImage decoded(PhotoKind kind, byte[] bytes) throws FaultyPhoto {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkSize(width, height);
      ImageReadParam param = reader.getDefaultReadParam();
      int every = Math.max(1, (int) Math.sqrt((double) width * height / ENOUGH));
      param.setSourceSubsampling(every, every, 0, 0);
      BufferedImage image = reader.read(0, param);
      // A JPEG without its end comes with gray in its place, and a mere warning.
      if (warnings.stream().anyMatch(Photo::isOfEnd)) {
        throw new FaultyPhoto(BROKEN, FROM_CAMERA);
      }
      return image;
    } catch (FaultyPhoto e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers answer nonsense with any exception that there is.
      throw new FaultyPhoto(BROKEN, FROM_CAMERA);
    } finally {
      reader.dispose();
    }
  }

  private static boolean isOfEnd(String warning) {
    String words = warning.toLowerCase(Locale.ROOT);
    return words.contains("premature end")
        || words.contains("corrupt")
        || words.contains("end of input")
        || words.contains("end of file");
  }

  private static void checkSize(int width, int height) throws FaultyPhoto {
    if (width < SHORTEST_SIDE || height < SHORTEST_SIDE) {
      throw new FaultyPhoto(
          "it has %d × %d pixels, fewer than a page can show".formatted(width, height),
          FROM_CAMERA);
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new FaultyPhoto(
          String.format(
              Locale.ROOT,
              "it has %,d × %,d pixels, more than %d million",
              width,
              height,
              MOST_PIXELS / 1_000_000),
          SMALLER);
    }
  }

  /** The picture as the camera was held, on white, in plain colors. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lies = orientation > 4;
    BufferedImage turned =
        new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = turned.createGraphics();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, turned.getWidth(), turned.getHeight());
    page.drawImage(image, turn(orientation, width, height), null);
    page.dispose();
    return turned;
  }

  private static AffineTransform turn(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  /** Its width as part of its height. */
  public double aspect() {
    return (double) pixels.getWidth() / pixels.getHeight();
  }

  /** How many pixels it is wide. */
  public int width() {
    return pixels.getWidth();
  }

  /**
   * The photo as JPEG in the shape of a place and scaled down to it: cut from its middle, or whole
   * on a pale ground where less than half of it would be left, as of one that is upright; the same
   * bytes each time.
   *
   * @param width of the place in pixels, the most that is given
   * @param height of the place in pixels
   */
  public byte[] jpeg(int width, int height) {
    double shape = (double) width / height;
    if (Math.min(aspect() / shape, shape / aspect()) < LEAST_SHOWN) {
      return written(whole(width, height));
    }
    int cutWidth = Math.min(pixels.getWidth(), (int) Math.round(pixels.getHeight() * shape));
    int cutHeight = Math.min(pixels.getHeight(), (int) Math.round(pixels.getWidth() / shape));
    // Of a person upright the head is above the middle.
    BufferedImage cut =
        pixels.getSubimage(
            (pixels.getWidth() - cutWidth) / 2,
            (pixels.getHeight() - cutHeight) / 3,
            Math.max(1, cutWidth),
            Math.max(1, cutHeight));
    return written(scaled(cut, Math.min(1, (double) width / cut.getWidth())));
  }

  private BufferedImage whole(int width, int height) {
    double fit = Math.min((double) width / pixels.getWidth(), (double) height / pixels.getHeight());
    double scale = Math.min(1, fit);
    BufferedImage photo = scaled(pixels, scale);
    BufferedImage place =
        new BufferedImage(
            Math.max(photo.getWidth(), (int) Math.round(width * scale / fit)),
            Math.max(photo.getHeight(), (int) Math.round(height * scale / fit)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D page = place.createGraphics();
    page.setColor(GROUND);
    page.fillRect(0, 0, place.getWidth(), place.getHeight());
    page.drawImage(
        photo,
        (place.getWidth() - photo.getWidth()) / 2,
        (place.getHeight() - photo.getHeight()) / 2,
        null);
    page.dispose();
    return place;
  }

  /** By halves, since one large step leaves pixels out. */
  private static BufferedImage scaled(BufferedImage image, double scale) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage now = image;
    do {
      int w = Math.max(width, now.getWidth() / 2);
      int h = Math.max(height, now.getHeight() / 2);
      BufferedImage next = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
      Graphics2D page = next.createGraphics();
      page.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      page.drawImage(now, 0, 0, w, h, null);
      page.dispose();
      now = next;
    } while (now.getWidth() > width || now.getHeight() > height);
    return now;
  }

  private static byte[] written(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param),
          new IIOImage(image, null, null),
          param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
