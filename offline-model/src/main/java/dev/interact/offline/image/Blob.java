package dev.interact.offline.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Connected pixels of one colour, as numbers into a raster. */
record Blob(Colour colour, List<Integer> pixels) {

  private static final int SMALLEST = 16;
  private static final int SMALLEST_SHARE = 2000;

  /** The blobs that are not background, in reading order; specks are left out. */
  static List<Blob> in(Raster raster) {
    Colour background = raster.background();
    int smallest = Math.max(SMALLEST, raster.pixels().length / SMALLEST_SHARE);
    boolean[] seen = new boolean[raster.pixels().length];
    List<Blob> blobs = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      Colour colour = raster.pixels()[start];
      if (!seen[start] && colour != null && colour != background) {
        Blob blob = flood(raster, start, seen);
        if (blob.pixels.size() >= smallest) {
          blobs.add(blob);
        }
      }
    }
    blobs.sort(Comparator.comparingInt(blob -> blob.pixels().getFirst()));
    return blobs;
  }

  private static Blob flood(Raster raster, int start, boolean[] seen) {
    Colour colour = raster.pixels()[start];
    List<Integer> pixels = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    seen[start] = true;
    while (!open.isEmpty()) {
      int pixel = open.pop();
      pixels.add(pixel);
      int x = pixel % raster.width();
      int y = pixel / raster.width();
      for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
        int next = (y + step[1]) * raster.width() + x + step[0];
        if (raster.at(x + step[0], y + step[1]) == colour && !seen[next]) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return new Blob(colour, pixels);
  }
}
