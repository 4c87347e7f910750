package dev.pgduo.transcript.foreign.document;

import java.util.List;

/** One piece of a document, in the order of the file. Sealed; see {@link Visitor}. */
public sealed interface Piece {
    /** Calls the method for this kind of piece. */
    void accept(Visitor visitor);

    /**
     * The title of a section.
     *
     * @param level 1 for the highest
     */
    record Title(DocLine line, int level) implements Piece {
        @Override
        public void accept(Visitor visitor) {
            visitor.title(line, level);
        }
    }

    /** A paragraph, an item of a list, a table. */
    record Prose(List<DocLine> lines) implements Piece {
        public Prose {
            lines = List.copyOf(lines);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.prose(lines);
        }
    }

    /** Text that is kept unchanged. */
    record Code(Language language, List<DocLine> lines) implements Piece {
        public Code {
            lines = List.copyOf(lines);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.code(language, lines);
        }
    }

    /** One method for each kind of piece. */
    interface Visitor {
        void title(DocLine line, int level);

        void prose(List<DocLine> lines);

        void code(Language language, List<DocLine> lines);
    }
}
