package generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of invented scenes, computed pixel by pixel: the same bytes on every machine. */
final class Picture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;

  private static final int[] COLORS = {
    0x14375E, 0x1F5C99, 0x5C9BD1, 0xBFDDF2, 0xF4F0E6, 0xF6C667, 0xE8833A, 0xC0392B, 0x7A2E39,
    0x2E6B4F, 0x6FA36B, 0xB9D4A3, 0x4A3B35, 0x8C6F5A, 0xD9C3A5, 0x10192B
  };

  private static final int NAVY = 0;
  private static final int BLUE = 1;
  private static final int SKY = 2;
  private static final int MIST = 3;
  private static final int CREAM = 4;
  private static final int SUN = 5;
  private static final int ORANGE = 6;
  private static final int RED = 7;
  private static final int WINE = 8;
  private static final int FOREST = 9;
  private static final int GRASS = 10;
  private static final int LEAF = 11;
  private static final int BARK = 12;
  private static final int EARTH = 13;
  private static final int SAND = 14;
  private static final int NIGHT = 15;

  /** Gives the color of a pixel. */
  private interface Scene {
    int at(int x, int y);
  }

  private Picture() {}

  static void write(String scene, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    if (scene.equals("heic")) {
      Files.write(file, "\0\0\0\30ftypheic\0\0\0\0mif1heic and no picture".getBytes(UTF_8));
      return;
    }
    byte[][] rgb = new byte[3][COLORS.length];
    for (int i = 0; i < COLORS.length; i++) {
      for (int band = 0; band < 3; band++) {
        rgb[band][i] = (byte) (COLORS[i] >> (16 - 8 * band));
      }
    }
    BufferedImage image =
        new BufferedImage(
            WIDTH,
            HEIGHT,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, COLORS.length, rgb[0], rgb[1], rgb[2]));
    Scene pixels = scene(scene);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, pixels.at(x, y));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "gif", bytes);
    Files.write(file, bytes.toByteArray());
  }

  private static Scene scene(String name) {
    return switch (name) {
      case "lanterns" -> Picture::lanterns;
      case "mural" -> Picture::mural;
      case "bridge" -> Picture::bridge;
      case "pier" -> (x, y) -> bridge((x + WIDTH / 2) % WIDTH, y);
      case "garden" -> Picture::garden;
      case "concert" -> Picture::concert;
      case "hills" -> Picture::hills;
      default -> throw new IllegalArgumentException("Cannot draw '" + name + "'");
    };
  }

  private static boolean disc(int x, int y, int atX, int atY, int radius) {
    return (x - atX) * (x - atX) + (y - atY) * (y - atY) < radius * radius;
  }

  private static int wave(int x, int length, int height) {
    return (int) (height * StrictMath.sin(2 * Math.PI * x / length));
  }

  /** Whether a pixel is one of a person who stands at a place, {@code tall} pixels high. */
  private static boolean person(int x, int y, int atX, int foot, int tall) {
    int head = tall / 7;
    boolean body =
        Math.abs(x - atX) < tall / 6
            && y > foot - tall + 2 * head
            && y < foot
            && !(Math.abs(x - atX) < 3 && y > foot - tall / 3);
    return disc(x, y, atX, foot - tall + head, head) || body;
  }

  private static int lanterns(int x, int y) {
    for (int string = 0; string < 3; string++) {
      for (int i = 0; i < 8; i++) {
        int atX = 60 + 120 * i + 40 * (string % 2);
        int sag = (atX - WIDTH / 2) * (atX - WIDTH / 2) / 2600;
        int atY = 190 + 95 * string - sag;
        int radius = 22 + 5 * string;
        if (disc(x, y, atX, atY, radius)) {
          return disc(x, y, atX - 5, atY - 5, radius / 2) ? CREAM : i % 3 == 0 ? ORANGE : SUN;
        }
        if (disc(x, y, atX, atY, radius + 12)) {
          return WINE;
        }
      }
    }
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 17; i++) {
        if (person(x, y, 30 + 60 * i - 30 * (row % 2), 620 + 45 * row, 150)) {
          return row == 0 ? BLUE : row == 1 ? NAVY : NIGHT;
        }
      }
    }
    boolean stage = y > 430 && y < 520 && x > 330 && x < 630;
    return stage ? SUN : y < 250 ? NIGHT : NAVY;
  }

  private static int mural(int x, int y) {
    for (int i = 0; i < 8; i++) {
      int atX = 80 + 115 * i;
      if (person(x, y, atX, 610, 200 + 17 * (i % 3))) {
        return new int[] {RED, NAVY, ORANGE, FOREST, WINE, SUN, BARK, GRASS}[i];
      }
    }
    if (y > 560) {
      return SAND;
    }
    boolean painted = x < 610 + wave(y, 170, 35);
    if (!painted) {
      boolean joint = y % 40 < 3 || (x + y / 40 % 2 * 45) % 90 < 3;
      return joint ? SAND : EARTH;
    }
    int band = (y + wave(x, 260, 26) + 2000) / 70 % 4;
    return disc(x, y, 200, 130, 70) ? SUN : new int[] {MIST, SKY, BLUE, NAVY}[band];
  }

  private static int bridge(int x, int y) {
    boolean tower = (Math.abs(x - 240) < 13 || Math.abs(x - 720) < 13) && y > 130 && y < 470;
    boolean deck = y > 390 && y < 412;
    int middle = x < 240 ? -240 : x < 720 ? 480 : 1200;
    int cable = 380 - (int) (240L * (x - middle) * (x - middle) / 57_600);
    boolean hung = Math.abs(y - cable) < 4 || x % 24 < 3 && y > cable && y < 400;
    if (tower || deck) {
      return WINE;
    }
    if (hung && y > 130 && y < 400) {
      return RED;
    }
    for (int i = 0; i < 30; i++) {
      if (person(x, y, 12 + 32 * i, 391, 34 + 3 * (i % 3))) {
        return NIGHT;
      }
    }
    if (y > 470 + wave(x, 120, 3)) {
      boolean glow = Math.abs(x - 480) < 90 - (y - 470) / 3 && y / 9 % 2 == 0;
      return glow ? SUN : y / 14 % 3 == 0 ? BLUE : NAVY;
    }
    if (disc(x, y, 480, 400, 105)) {
      return CREAM;
    }
    return y < 110 ? BLUE : y < 200 ? SKY : y < 280 ? MIST : y < 350 ? SUN : ORANGE;
  }

  private static int garden(int x, int y) {
    for (int i = 0; i < 7; i++) {
      int atX = i < 4 ? 70 + 105 * i : 260 + 120 * i - 60;
      int atY = 300 + 28 * (i % 3);
      int radius = 55 + 9 * (i % 2);
      if (disc(x, y, atX, atY, radius)) {
        return disc(x, y, atX - 14, atY - 14, radius / 2) ? LEAF : i % 2 == 0 ? FOREST : GRASS;
      }
      if (Math.abs(x - atX) < 8 && y > atY && y < 470) {
        return BARK;
      }
    }
    for (int i = 0; i < 44; i++) {
      if (disc(x, y, 13 + 67 * i % WIDTH, 500 + 41 * i % 130, 8)) {
        return new int[] {RED, SUN, CREAM, ORANGE}[i % 4];
      }
    }
    boolean path = y > 420 && Math.abs(x - 480 - wave(y, 420, 30)) < (y - 400) / 2;
    if (path) {
      return SAND;
    }
    if (y > 430) {
      return GRASS;
    }
    if (y > 300 + wave(x + 90, 700, 40)) {
      return LEAF;
    }
    return disc(x, y, 790, 110, 55) ? SUN : y < 180 ? SKY : MIST;
  }

  private static int concert(int x, int y) {
    for (int i = 0; i < 9; i++) {
      int atX = 120 + 90 * i;
      int foot = 520 + 40 * (i % 2);
      if (person(x, y, atX, foot, 190)) {
        return i % 2 == 0 ? NIGHT : NAVY;
      }
      if (Math.abs(x - atX - 40) < 15 && y > foot - 90 && y < foot - 10) {
        return i % 3 == 0 ? SUN : ORANGE;
      }
    }
    if (y > 470) {
      return y / 30 % 2 == 0 ? EARTH : SAND;
    }
    boolean light = y > 40 && Math.abs(x - 480) < 60 + y / 2;
    return x / 30 % 2 == 0 ? (light ? RED : WINE) : (light ? ORANGE : RED);
  }

  private static int hills(int x, int y) {
    if (y > 500 + wave(x, 900, 45)) {
      return FOREST;
    }
    if (y > 410 + wave(x + 300, 640, 60)) {
      return GRASS;
    }
    if (y > 330 + wave(x + 520, 800, 70)) {
      return LEAF;
    }
    return disc(x, y, 640, 210, 95) ? SUN : y < 130 ? SKY : y < 260 ? MIST : CREAM;
  }
}
