package dev.pgduo.transcript;

import dev.pgduo.report.Position;
import java.util.List;

/**
 * A lab file that was read. Immutable, safe for threads.
 *
 * @param text every character of it
 * @param header its front matter with the defaults
 * @param steps all its pieces in file order; together they are all its lines
 */
public record Transcript(SourceText text, Header header, List<Step> steps) {
    public Transcript {
        steps = List.copyOf(steps);
    }

    /** Reads a file's bytes, which must be UTF-8; the source is what messages call it. */
    public static ParseResult read(byte[] bytes, String source) {
        Problems problems = new Problems(source);
        String text = new Decoder(problems).decode(bytes);
        return problems.none() ? read(text, source) : new ParseResult.Rejected(problems.inFileOrder());
    }

    /** Reads a text. */
    public static ParseResult read(String text, String source) {
        return new TranscriptReader(SourceText.of(text, source)).read();
    }

    /**
     * {@link #read(byte[], String)} for a caller that stops on the first bad file.
     *
     * @throws dev.pgduo.report.LabException with every problem of the file
     */
    public static Transcript parse(byte[] bytes, String source) {
        return read(bytes, source).orThrow();
    }

    /**
     * {@link #read(String, String)} for a caller that stops on the first bad text.
     *
     * @throws dev.pgduo.report.LabException with every problem of the text
     */
    public static Transcript parse(String text, String source) {
        return read(text, source).orThrow();
    }

    /** Where this key of the front matter stands; the first line when the file has none. */
    public Position place(String key) {
        int line = text.lines().stream()
                .filter(each -> each.text().startsWith(key + ":"))
                .findFirst()
                .map(SourceLine::number)
                .orElse(1);
        return new Position(text.source(), line, 0);
    }

    /** The text again, character for character. */
    public String write() {
        return text.render();
    }

    /** The steps that apply here, flat, with their directives and with late outputs tied to their statements. */
    public Resolution resolve(Environment environment) {
        return new Resolver(environment).resolve(steps);
    }
}
