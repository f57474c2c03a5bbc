package org.sistercityimpact.warehouse.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a photo, and what is said of one that cannot be printed. */
class PhotoTest {
  /** Red on its left half, blue on its right one. */
  private static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D page = image.createGraphics();
    page.setColor(Color.RED);
    page.fillRect(0, 0, width / 2, height);
    page.setColor(Color.BLUE);
    page.fillRect(width / 2, 0, width - width / 2, height);
    page.dispose();
    return image;
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, bytes));
    return bytes.toByteArray();
  }

  private static byte[] picture(String format) throws IOException {
    return bytes(picture(300, 200, BufferedImage.TYPE_INT_RGB), format);
  }

  private static String fault(byte[] bytes) {
    return Photo.fault(bytes).map(f -> f.because() + "; " + f.advice()).orElse("none");
  }

  private static BufferedImage printed(byte[] bytes, int width, int height) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Photo.read(bytes).jpeg(width, height)));
  }

  private static String color(BufferedImage image, double x, double y) {
    Color color =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    return color.getRed() > 200 && color.getGreen() > 200 && color.getBlue() > 200
        ? "white"
        : color.getRed() > 150 ? "red" : color.getBlue() > 150 ? "blue" : color.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void readsWhatProgramsSave(String format) throws IOException {
    BufferedImage printed = printed(picture(format), 150, 100);
    assertEquals("150 × 100", printed.getWidth() + " × " + printed.getHeight());
    assertEquals("red", color(printed, 0.2, 0.5));
    assertEquals("blue", color(printed, 0.8, 0.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
  void tellsOfAFileWhoseEndIsMissing(String format) throws IOException {
    byte[] whole = picture(format);
    for (double part : new double[] {0.1, 0.5, 0.8}) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * part));
      assertEquals(
          "it is damaged, or its end is missing; Send it again from where it was first saved",
          fault(cut),
          format + " " + part);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF....WEBPVP8 , 'it is saved as WebP; Save it as JPEG, and send that'",
    "....ftypheic...., 'it is saved as HEIC, as phones of Apple save it; Save it as JPEG, and send that'",
    "....ftypavif...., 'it is saved as AVIF; Save it as JPEG, and send that'",
    "'II*\0........', 'it is saved as TIFF; Save it as JPEG, and send that'",
    "'%PDF-1.7 ......', 'it is no picture, whatever its name; Send the photo itself'",
  })
  void saysHowToSaveWhatIsNotRead(String beginning, String said) {
    assertEquals(said, fault(beginning.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void saysThatAnEmptyFileIsOne() {
    assertEquals(
        "the file is empty; Send it again from where it was first saved", fault(new byte[0]));
  }

  @Test
  void neverUnpacksWhatClaimsToBeVast() throws IOException {
    byte[] png = picture("png");
    // The header's width and height, and its sum anew.
    ByteBuffer.wrap(png).putInt(16, 19_999).putInt(20, 19_999);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    assertEquals(
        "it has 19,999 × 19,999 pixels, more than 60 million; Make it smaller, such as 2,000 pixels wide, and send that",
        fault(png));
  }

  @Test
  void refusesMoreBytesThanACameraWrites() throws IOException {
    byte[] large = Arrays.copyOf(picture("jpeg"), Photo.MOST_BYTES + 1);
    assertEquals(
        "it has 30 MB, more than 30; Make it smaller, such as 2,000 pixels wide, and send that",
        fault(large));
  }

  @Test
  void tellsInksFromColors() throws IOException {
    byte[] jpeg = picture("jpeg");
    // The frame's number of components.
    for (int i = 0; i < jpeg.length - 9; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        jpeg[i + 9] = 4;
        break;
      }
    }
    assertEquals(
        "its colors are those of printing inks (CMYK); Save it as JPEG with RGB colors, and send that",
        fault(jpeg));
  }

  /** A JPEG as a camera writes it that was held otherwise, and knew where it was. */
  private static byte[] turned(int orientation, boolean little) throws IOException {
    byte[] plain = picture("jpeg");
    ByteBuffer exif = ByteBuffer.allocate(80);
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer folder = exif.slice();
    folder.order(little ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
    folder.put((little ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1));
    folder.putShort((short) 42).putInt(8).putShort((short) 1);
    folder.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    folder.position(30);
    folder.put("GPS 52.1234".getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 2);
    bytes.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.capacity() + 2)});
    bytes.write(exif.array());
    bytes.write(plain, 2, plain.length - 2);
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.2, 0.5, red", "2, 0.8, 0.5, red", "3, 0.8, 0.5, red", "4, 0.2, 0.5, red",
    "5, 0.5, 0.2, red", "6, 0.5, 0.2, red", "7, 0.5, 0.8, red", "8, 0.5, 0.8, red",
    "99, 0.2, 0.5, red"
  })
  void turnsAPhotoAsTheCameraWasHeld(int orientation, double x, double y, String color)
      throws IOException {
    for (boolean little : new boolean[] {true, false}) {
      byte[] sent = turned(orientation, little);
      boolean upright = orientation > 4 && orientation < 9;
      BufferedImage printed = upright ? printed(sent, 100, 150) : printed(sent, 150, 100);
      assertEquals(upright ? 150 : 100, printed.getHeight());
      assertEquals(color, color(printed, x, y));
    }
  }

  @Test
  void handsOnNothingButPixels() throws IOException {
    byte[] sent = turned(6, true);
    assertTrue(new String(sent, StandardCharsets.ISO_8859_1).contains("GPS 52.1234"));
    String printed = new String(Photo.read(sent).jpeg(60, 90), StandardCharsets.ISO_8859_1);
    assertFalse(printed.contains("GPS") || printed.contains("Exif"));
  }

  @Test
  void putsWhatIsTransparentOnWhite() throws IOException {
    BufferedImage clear = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
    assertEquals("white", color(printed(bytes(clear, "png"), 150, 100), 0.5, 0.5));
  }

  @Test
  void cutsToTheShapeOfItsPlaceAndNeverEnlarges() throws IOException {
    byte[] sent = picture("png");
    BufferedImage square = printed(sent, 100, 100);
    assertEquals("100 × 100", square.getWidth() + " × " + square.getHeight());
    assertEquals("red", color(square, 0.1, 0.5));
    assertEquals("blue", color(square, 0.9, 0.5));
    BufferedImage large = printed(sent, 3000, 2000);
    assertEquals("300 × 200", large.getWidth() + " × " + large.getHeight());
  }

  @ParameterizedTest
  @CsvSource({"200, 300, 0.5, 0.1", "1200, 200, 0.1, 0.5"})
  void setsWholeIntoItsPlaceWhatWouldLoseHalf(int width, int height, double x, double y)
      throws IOException {
    byte[] sent = bytes(picture(width, height, BufferedImage.TYPE_INT_RGB), "png");
    BufferedImage printed = printed(sent, 180, 120);
    assertEquals(180, printed.getWidth());
    assertEquals(120, printed.getHeight());
    boolean upright = height > width;
    assertEquals("white", upright ? color(printed, 0.1, 0.5) : color(printed, 0.5, 0.1));
    assertEquals("white", upright ? color(printed, 0.9, 0.5) : color(printed, 0.5, 0.9));
    assertEquals("red", color(printed, x == 0.5 ? 0.4 : x, y));
    assertEquals("blue", color(printed, x == 0.5 ? 0.6 : 1 - x, 1 - y));
  }

  @Test
  void doesNotPrintWhatIsTooSmallForAnyPlace() throws IOException {
    assertEquals(
        "it has 99 × 150 pixels, fewer than a page can show; Send it again from where it was first saved",
        fault(bytes(picture(99, 150, BufferedImage.TYPE_INT_RGB), "png")));
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    byte[] sent = picture("gif");
    assertArrayEquals(Photo.read(sent).jpeg(120, 80), Photo.read(sent).jpeg(120, 80));
  }

  @Test
  void answersNonsenseWithAWordAndNeverWithAnError() throws IOException {
    byte[] whole = picture("jpeg");
    for (int i = 0; i < 400; i++) {
      byte[] spoiled = whole.clone();
      spoiled[2 + (i * 37) % (spoiled.length - 2)] ^= (byte) (1 + i % 255);
      Photo.fault(spoiled);
    }
    for (String format : new String[] {"png", "gif", "bmp"}) {
      byte[] kind = picture(format);
      for (int i = 0; i < 200; i++) {
        byte[] spoiled = kind.clone();
        spoiled[8 + (i * 13) % (Math.min(400, spoiled.length) - 8)] ^= (byte) (1 + i % 255);
        Photo.fault(spoiled);
      }
    }
  }
}
