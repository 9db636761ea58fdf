package dev.interact.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Weighted least squares by Gram-Schmidt (each column twice, which is as exact as Householder's:
 * Giraud et al., 2005), in the order of the columns. A column that those before it determine is
 * left out, as R's {@code lm} does, with its tolerance.
 *
 * @param kept the columns that were not left out, ascending
 * @param basis the kept columns, made orthonormal under the weights: basis' W basis = I
 * @param inverse of the upper triangle R, where kept columns = basis * R
 * @param coefficients of the kept columns
 */
record LeastSquares(
    List<Integer> kept,
    SimpleMatrix basis,
    SimpleMatrix inverse,
    double[] coefficients,
    double[] residuals) {
  private static final double TOLERANCE = 1e-7;

  static LeastSquares fit(double[][] columns, double[] outcome, double[] weights) {
    List<Integer> kept = new ArrayList<>();
    List<double[]> basis = new ArrayList<>();
    List<double[]> triangle = new ArrayList<>();
    for (int column = 0; column < columns.length; column++) {
      double[] rest = columns[column].clone();
      double[] onto = reduce(rest, basis, weights);
      double length = Math.sqrt(dot(rest, rest, weights));
      if (length > TOLERANCE * Math.sqrt(dot(columns[column], columns[column], weights))) {
        kept.add(column);
        basis.add(times(rest, 1 / length));
        onto[basis.size() - 1] = length;
        triangle.add(onto);
      }
    }
    double[] residuals = outcome.clone();
    double[] onto = reduce(residuals, basis, weights);
    return solved(kept, basis, triangle, new Outcome(onto, residuals));
  }

  /**
   * An outcome projected on a basis.
   *
   * @param onto its coordinates, and room for one more
   */
  private record Outcome(double[] onto, double[] residuals) {}

  private static LeastSquares solved(
      List<Integer> kept, List<double[]> basis, List<double[]> triangle, Outcome outcome) {
    int size = kept.size();
    if (size == 0) {
      throw new IllegalArgumentException("A regression needs a column that varies; found none.");
    }
    SimpleMatrix upper = new SimpleMatrix(size, size);
    for (int column = 0; column < size; column++) {
      for (int row = 0; row <= column; row++) {
        upper.set(row, column, triangle.get(column)[row]);
      }
    }
    SimpleMatrix inverse = upper.invert();
    SimpleMatrix coordinates = new SimpleMatrix(size, 1);
    for (int row = 0; row < size; row++) {
      coordinates.set(row, 0, outcome.onto[row]);
    }
    return new LeastSquares(
        List.copyOf(kept),
        new SimpleMatrix(basis.toArray(double[][]::new)).transpose(),
        inverse,
        inverse.mult(coordinates).getDDRM().getData(),
        outcome.residuals);
  }

  /** Takes from the vector what lies in the basis, and returns the coordinates of that. */
  private static double[] reduce(double[] vector, List<double[]> basis, double[] weights) {
    double[] coordinates = new double[basis.size() + 1];
    for (int pass = 0; pass < 2; pass++) {
      for (int at = 0; at < basis.size(); at++) {
        double along = dot(vector, basis.get(at), weights);
        coordinates[at] += along;
        for (int row = 0; row < vector.length; row++) {
          vector[row] -= along * basis.get(at)[row];
        }
      }
    }
    return coordinates;
  }

  private static double dot(double[] left, double[] right, double[] weights) {
    double sum = 0;
    for (int row = 0; row < left.length; row++) {
      sum += left[row] * right[row] * weights[row];
    }
    return sum;
  }

  private static double[] times(double[] vector, double factor) {
    double[] product = new double[vector.length];
    for (int row = 0; row < vector.length; row++) {
      product[row] = vector[row] * factor;
    }
    return product;
  }
}
