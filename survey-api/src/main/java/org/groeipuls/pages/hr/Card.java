package org.groeipuls.pages.hr;

import io.nayuki.qrcodegen.QrCode;

/**
 * A card that opens a pulse once; it has no number and no name.
 *
 * @param address the whole link
 * @param code what is typed where nobody scans
 */
record Card(String address, String code) {
    /** Modules of white around the square, as readers need them. */
    private static final int MARGIN = 4;

    private QrCode square() {
        return QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    }

    /** The drawing's viewBox. */
    public String box() {
        int size = square().size + 2 * MARGIN;
        return "0 0 " + size + " " + size;
    }

    /** The dark modules, as the path of an SVG drawing. */
    public String path() {
        var square = square();
        var path = new StringBuilder();
        for (int y = 0; y < square.size; y++) {
            for (int x = 0; x < square.size; x++) {
                if (square.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return "Card[not shown]";
    }
}
