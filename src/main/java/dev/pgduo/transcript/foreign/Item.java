package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.List;

/** A part of a document that becomes part of the lab. Sealed; see {@link Visitor}. */
sealed interface Item permits Item.Title, Item.Prose, Item.Late, ForeignStep {
    /** Calls the method for this kind of item. */
    void accept(Visitor visitor);

    /**
     * The title of a section.
     *
     * @param level 1 for the highest
     */
    record Title(DocLine line, int level) implements Item {
        @Override
        public void accept(Visitor visitor) {
            visitor.title(line, level);
        }
    }

    /**
     * Narrative text.
     *
     * @param remark whether it is among commands, like a comment
     */
    record Prose(List<DocLine> lines, boolean remark) implements Item {
        public Prose {
            lines = List.copyOf(lines);
        }

        Prose(List<DocLine> lines) {
            this(lines, false);
        }

        @Override
        public void accept(Visitor visitor) {
            if (remark) {
                visitor.remark(lines);
            } else {
                visitor.prose(lines);
            }
        }
    }

    /** The output of an earlier statement that was waiting and has ended, with these bars. */
    record Late(DocLine line, String bars, List<String> output) implements Item {
        public Late {
            output = List.copyOf(output);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.late(this);
        }
    }

    /** One method for each kind of item. */
    interface Visitor {
        void title(DocLine line, int level);

        void prose(List<DocLine> lines);

        /** Prose among commands. */
        default void remark(List<DocLine> lines) {
            prose(lines);
        }

        void step(ForeignStep step);

        void late(Late late);
    }
}
