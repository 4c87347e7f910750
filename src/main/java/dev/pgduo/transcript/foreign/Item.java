package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.List;

/** One thing that a document tells, in its order. Sealed; see {@link Visitor}. */
sealed interface Item permits Item.Title, Item.Prose, Item.Late, ForeignStep {
    /** Hands this item to the method for its kind. */
    void accept(Visitor visitor);

    /** The title of a section. */
    record Title(DocLine line) implements Item {
        @Override
        public void accept(Visitor visitor) {
            visitor.title(line);
        }
    }

    /** Narrative text. */
    record Prose(List<DocLine> lines) implements Item {
        public Prose {
            lines = List.copyOf(lines);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.prose(lines);
        }
    }

    /** What a statement that waited printed when it came back, behind these bars. */
    record Late(DocLine line, String bars, List<String> output) implements Item {
        public Late {
            output = List.copyOf(output);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.late(this);
        }
    }

    /** One method a kind of item. */
    interface Visitor {
        void title(DocLine line);

        void prose(List<DocLine> lines);

        void step(ForeignStep step);

        void late(Late late);
    }
}
