package dev.interact.analysis.stats;

import dev.interact.analysis.stats.Estimate.Precision;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;

/**
 * The CR2 ("bias-reduced linearization") cluster-robust covariance of least-squares coefficients,
 * and Satterthwaite's degrees of freedom of a contrast (Bell &amp; McCaffrey 2002; Pustejovsky
 * &amp; Tipton 2018, eqs. 6 to 11), under the working model of independent errors of one variance,
 * as clubSandwich has it for {@code lm}.
 *
 * <p>With X made orthonormal (X'WX = I), the adjustment of cluster i is A = B^(-1/2), where B = I -
 * X W' - W X' + X S X' in the rows of i, W stands for the weighted rows, and S = X'W²X. B differs
 * from I only in the space of X and W, at most twice as many dimensions as coefficients, so that no
 * matrix has a cluster's rows squared.
 */
final class RobustCovariance {
  /** Of the size of a coefficient: what is smaller is the rounding of an outcome without noise. */
  static final double ROUNDING = 1e-13;

  private static final double SINGULAR = 1e-10;

  private final LeastSquares fit;
  private final SimpleMatrix squared;
  private final List<Cluster> clusters;

  /**
   * What contrasts need of a cluster, where Z = A W.
   *
   * @param score Z'e
   * @param weighted W'Z
   * @param plain X'Z
   * @param gram Z'Z
   */
  private record Cluster(
      SimpleMatrix score, SimpleMatrix weighted, SimpleMatrix plain, SimpleMatrix gram) {}

  RobustCovariance(LeastSquares fit, double[] weights, int[] cluster) {
    this.fit = fit;
    SimpleMatrix all = scaled(fit.basis(), weights);
    this.squared = all.transpose().mult(all);
    this.clusters = Clusters.rows(cluster).stream().map(rows -> cluster(rows, weights)).toList();
  }

  int clusters() {
    return clusters.size();
  }

  /** Of the combination of the kept coefficients with these factors. */
  Precision precision(double[] contrast) {
    SimpleMatrix along = fit.inverse().transpose().mult(new SimpleMatrix(contrast));
    double variance = 0;
    for (Cluster cluster : clusters) {
      double score = cluster.score.dot(along);
      variance += score * score;
    }
    return new Precision(exact(Math.sqrt(variance), along), df(along));
  }

  /** Zero where the residuals are the rounding of an outcome that the columns explain. */
  private double exact(double standardError, SimpleMatrix along) {
    double scale = new SimpleMatrix(fit.coefficients()).elementMaxAbs() * ROUNDING;
    return standardError <= scale * along.normF() * Math.sqrt(fit.residuals().length)
        ? 0
        : standardError;
  }

  /**
   * (trace G)² / |G|² for G = D + F'KF, where G has a row for each cluster, but F and K only two
   * for each coefficient.
   */
  private double df(SimpleMatrix along) {
    int size = along.getNumRows();
    SimpleMatrix kernel = new SimpleMatrix(2 * size, 2 * size);
    kernel.insertIntoThis(0, size, SimpleMatrix.identity(size).negative());
    kernel.insertIntoThis(size, 0, SimpleMatrix.identity(size).negative());
    kernel.insertIntoThis(size, size, squared);
    SimpleMatrix products = new SimpleMatrix(2 * size, 2 * size);
    double trace = 0;
    double norm = 0;
    for (Cluster cluster : clusters) {
      SimpleMatrix f = cluster.weighted.mult(along).concatRows(cluster.plain.mult(along));
      double own = along.dot(cluster.gram.mult(along));
      double shared = f.dot(kernel.mult(f));
      products = products.plus(f.mult(f.transpose()));
      trace += own + shared;
      norm += own * own + 2 * own * shared;
    }
    SimpleMatrix turned = kernel.mult(products);
    return trace * trace / (norm + turned.mult(turned).trace());
  }

  private Cluster cluster(int[] rows, double[] weights) {
    SimpleMatrix plain = new SimpleMatrix(rows.length, fit.basis().getNumCols());
    SimpleMatrix residuals = new SimpleMatrix(rows.length, 1);
    double[] ownWeights = new double[rows.length];
    for (int at = 0; at < rows.length; at++) {
      plain.setRow(at, fit.basis().getRow(rows[at]));
      residuals.set(at, 0, fit.residuals()[rows[at]]);
      ownWeights[at] = weights[rows[at]];
    }
    SimpleMatrix weighted = scaled(plain, ownWeights);
    SimpleMatrix adjusted = adjusted(plain, weighted);
    return new Cluster(
        adjusted.transpose().mult(residuals),
        weighted.transpose().mult(adjusted),
        plain.transpose().mult(adjusted),
        adjusted.transpose().mult(adjusted));
  }

  /** A W. */
  private SimpleMatrix adjusted(SimpleMatrix plain, SimpleMatrix weighted) {
    boolean equal = plain.isIdentical(weighted, 0);
    SimpleMatrix space = space(equal ? plain : plain.concatColumns(weighted));
    SimpleMatrix x = space.transpose().mult(plain);
    SimpleMatrix w = space.transpose().mult(weighted);
    SimpleMatrix cross = x.mult(w.transpose());
    SimpleMatrix b =
        SimpleMatrix.identity(space.getNumCols())
            .minus(cross)
            .minus(cross.transpose())
            .plus(x.mult(squared).mult(x.transpose()));
    return space.mult(inverseRoot(b)).mult(w);
  }

  /** An orthonormal basis of the space of the columns; one column of zeros where they are zero. */
  private static SimpleMatrix space(SimpleMatrix columns) {
    SimpleSVD<SimpleMatrix> svd = columns.svd(true);
    double[] singular = svd.getSingularValues();
    int rank = 0;
    while (rank < singular.length && singular[rank] > SINGULAR * singular[0]) {
      rank++;
    }
    return rank == 0
        ? new SimpleMatrix(columns.getNumRows(), 1)
        : svd.getU().extractMatrix(0, columns.getNumRows(), 0, rank);
  }

  /** B^(-1/2) of a symmetric matrix without negative eigenvalues, zero along its null space. */
  private static SimpleMatrix inverseRoot(SimpleMatrix b) {
    SimpleSVD<SimpleMatrix> svd = b.svd(true);
    double[] roots = svd.getSingularValues().clone();
    for (int at = 0; at < roots.length; at++) {
      roots[at] = roots[at] > SINGULAR ? 1 / Math.sqrt(roots[at]) : 0;
    }
    return svd.getU().mult(SimpleMatrix.diag(roots)).mult(svd.getU().transpose());
  }

  private static SimpleMatrix scaled(SimpleMatrix rows, double[] factors) {
    SimpleMatrix product = rows.copy();
    for (int row = 0; row < factors.length; row++) {
      for (int column = 0; column < rows.getNumCols(); column++) {
        product.set(row, column, rows.get(row, column) * factors[row]);
      }
    }
    return product;
  }
}
