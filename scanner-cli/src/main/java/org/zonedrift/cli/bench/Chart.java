package org.zonedrift.cli.bench;

import java.util.Locale;

/** A drawing of lines in a field with two axes, as SVG that scales with the page. */
final class Chart {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 290;
    private static final int LEFT = 52;
    private static final int RIGHT = 24;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;

    private final Axis x;
    private final Axis y;
    private final StringBuilder body = new StringBuilder();

    Chart(Axis x, Axis y) {
        this.x = x;
        this.y = y;
        x.marks().forEach(mark -> grid(atX(mark.value()), true, mark.text()));
        y.marks().forEach(mark -> grid(atY(mark.value()), false, mark.text()));
        text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 6, "middle", x.label());
        body.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(13 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                TOP + (HEIGHT - TOP - BOTTOM) / 2.0,
                Html.escaped(y.label())));
    }

    private void grid(double at, boolean vertical, String label) {
        if (vertical) {
            line("grid", at, TOP, at, HEIGHT - BOTTOM);
            text(at, HEIGHT - BOTTOM + 16, "middle", label);
        } else {
            line("grid", LEFT, at, WIDTH - RIGHT, at);
            text(LEFT - 5, at + 4, "end", label);
        }
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        body.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style,
                x1,
                y1,
                x2,
                y2));
    }

    private void text(double atX, double atY, String anchor, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                atX,
                atY,
                anchor,
                Html.escaped(text)));
    }

    /** A line through the points, in the manner of the so-maniest resolver. */
    Chart line(int resolver, double[][] points) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", atX(point[0]), atY(point[1])));
        }
        if (path.length() > 0) {
            body.append("<path class=\"line r")
                    .append(resolver % Html.MANNERS)
                    .append("\" d=\"")
                    .append(path);
            body.append("\"/>\n");
        }
        return this;
    }

    /** A point that matters, with a word beside it. */
    Chart point(int resolver, double pointX, double pointY, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<circle class=\"dot r%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>%n",
                resolver % Html.MANNERS,
                atX(pointX),
                atY(pointY)));
        boolean rightHalf = x.share(pointX) > 0.5;
        text(atX(pointX) + (rightHalf ? -9 : 9), atY(pointY) - 7, rightHalf ? "end" : "start", text);
        return this;
    }

    private double atX(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double atY(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    String svg(String title) {
        return "<figure><figcaption>" + Html.escaped(title) + "</figcaption>\n<svg viewBox=\"0 0 " + WIDTH + " "
                + HEIGHT + "\" role=\"img\" aria-label=\"" + Html.escaped(title) + "\">\n" + body
                + "</svg></figure>\n";
    }
}
