package dev.pgduo.shell.bar;

import dev.pgduo.lab.watch.Link;
import dev.pgduo.lab.watch.NodeFacts;
import org.jline.utils.AttributedStyle;

/** The bar's colours: blocks and dark letters, which can be read on a light and on a dark background. */
public enum Tints {
    /** Bold and inverse only. */
    PLAIN {
        @Override
        AttributedStyle colour(AttributedStyle style, int colour) {
            return style;
        }
    },
    COLOURED {
        @Override
        AttributedStyle colour(AttributedStyle style, int colour) {
            return style.foreground(colour);
        }
    };

    abstract AttributedStyle colour(AttributedStyle style, int colour);

    AttributedStyle role(NodeFacts node) {
        AttributedStyle block = AttributedStyle.DEFAULT.inverse();
        if (node.primary()) {
            return colour(block.bold(), AttributedStyle.GREEN);
        }
        return node.standby() ? colour(block.bold(), AttributedStyle.BLUE) : block;
    }

    AttributedStyle bad() {
        return colour(AttributedStyle.DEFAULT.bold(), AttributedStyle.RED);
    }

    AttributedStyle link(Link link) {
        return switch (link.state()) {
            case STREAMING -> colour(AttributedStyle.DEFAULT, AttributedStyle.GREEN);
            case CATCHUP -> colour(AttributedStyle.DEFAULT.bold(), AttributedStyle.MAGENTA);
            case BROKEN -> bad();
        };
    }
}
