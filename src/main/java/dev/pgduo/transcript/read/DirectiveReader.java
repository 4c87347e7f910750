package dev.pgduo.transcript.read;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.CaptureSource;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.PlacedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Parses all directives except those of {@code %if} blocks. */
final class DirectiveReader {
    private static final Pattern CAPTURE = Pattern.compile("([A-Za-z_]\\w*)\\s*=\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*|\\?column\\?");
    private static final Pattern QUOTED = Pattern.compile("\"(.+)\"");
    private static final Pattern SLASHED = Pattern.compile("/(.+)/");
    private static final Pattern SQLSTATE = Pattern.compile("[0-9A-Z]{5}");
    private static final List<String> CONTROL = List.of("if", "elif", "else", "end", "lang", "task");

    private final Problems problems;
    private final Map<String, Function<DirectiveText, @Nullable Directive>> readers = new TreeMap<>();

    DirectiveReader(Problems problems) {
        this.problems = problems;
        readers.put("capture", this::capture);
        readers.put("expect-error", this::expectError);
        readers.put("unordered", text -> bare(text, new Directive.Unordered()));
        readers.put("ignore", text -> bare(text, new Directive.Ignore()));
        readers.put("eventually", this::eventually);
        readers.put("no-catchup", text -> bare(text, new Directive.NoCatchup()));
        readers.put("note", this::note);
        readers.put("set", this::set);
        readers.put("include", this::include);
        readers.put("hint", this::hint);
        readers.put("check", this::check);
        readers.put("wrong", this::wrongAnswer);
    }

    /** The directive, or null when it is invalid, which is reported. */
    @Nullable
    Directive read(DirectiveText text) {
        Function<DirectiveText, @Nullable Directive> reader = readers.get(text.word());
        return reader == null ? unknown(text) : reader.apply(text);
    }

    private @Nullable Directive unknown(DirectiveText text) {
        List<String> known = new ArrayList<>(readers.keySet());
        known.addAll(CONTROL);
        String hint = DidYouMean.nearest(text.word(), known)
                .map(near -> "Perhaps you meant \"%" + near + "\".")
                .orElse("The directives are %" + String.join(", %", known) + ".");
        problems.add(text.line(), 1, "unknown directive \"%" + text.word() + "\"", hint);
        return null;
    }

    private @Nullable Directive bare(DirectiveText text, Directive directive) {
        if (text.argument().isEmpty()) {
            return directive;
        }
        return wrong(
                text, "directive \"%" + text.word() + "\" takes no argument", "Remove \"" + text.argument() + "\".");
    }

    private @Nullable Directive note(DirectiveText text) {
        return text.argument().isEmpty()
                ? wrong(text, "directive \"%note\" has no text", "Write \"%note TEXT\".")
                : new Directive.Note(text.argument());
    }

    private @Nullable Directive hint(DirectiveText text) {
        return text.argument().isEmpty()
                ? wrong(text, "directive \"%hint\" has no text", "Write \"%hint TEXT\".")
                : new Directive.Hint(text.argument());
    }

    /** Parses a check; its predicate is parsed later, when tasks are checked. */
    private @Nullable Directive check(DirectiveText text) {
        return text.argument().isEmpty()
                ? wrong(text, "directive \"%check\" has no predicate", "Write for example \"%check streams a -> b\".")
                : new Directive.Check(placed(text));
    }

    private @Nullable Directive wrongAnswer(DirectiveText text) {
        try {
            WrongAnswerReader.read(text.argument(), problems.place(text.line(), text.column()));
            return new Directive.Wrong(placed(text));
        } catch (LabException e) {
            problems.add(e.report());
            return null;
        }
    }

    private static PlacedText placed(DirectiveText text) {
        return new PlacedText(text.line(), text.column(), text.argument());
    }

    private @Nullable Directive set(DirectiveText text) {
        Matcher matcher = CAPTURE.matcher(text.argument());
        return matcher.matches()
                ? new Directive.Set(matcher.group(1), matcher.group(2))
                : wrong(text, "invalid \"%set\"", "Write \"%set NAME = value\".");
    }

    private @Nullable Directive include(DirectiveText text) {
        return text.argument().isEmpty()
                ? wrong(text, "directive \"%include\" has no file", "Write \"%include FILE\".")
                : new Directive.Include(text.argument());
    }

    private @Nullable Directive expectError(DirectiveText text) {
        String state = text.argument();
        if (state.isEmpty() || SQLSTATE.matcher(state).matches()) {
            return new Directive.ExpectError(state.isEmpty() ? null : state);
        }
        return wrong(
                text,
                "invalid SQLSTATE \"" + state + "\"",
                "An SQLSTATE is five digits or upper-case letters, such as 25006.");
    }

    private @Nullable Directive eventually(DirectiveText text) {
        if (text.argument().isEmpty()) {
            return new Directive.Eventually(null);
        }
        Optional<Duration> within = Durations.parse(text.argument()).filter(time -> !time.isZero());
        return within.isPresent()
                ? new Directive.Eventually(within.get())
                : wrong(text, "invalid duration \"" + text.argument() + "\"", Durations.HINT);
    }

    private @Nullable Directive capture(DirectiveText text) {
        Matcher matcher = CAPTURE.matcher(text.argument());
        if (!matcher.matches()) {
            return wrong(
                    text,
                    "invalid \"%capture\"",
                    "Write \"%capture NAME = COLUMN\" or \"%capture NAME = /REGULAR EXPRESSION/\".");
        }
        CaptureSource from = source(text, matcher.group(2), matcher.start(2));
        return from == null ? null : new Directive.Capture(text.line(), matcher.group(1), from);
    }

    private @Nullable CaptureSource source(DirectiveText text, String value, int offset) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches() || COLUMN.matcher(value).matches()) {
            return new CaptureSource.Column(quoted.matches() ? quoted.group(1) : value);
        }
        Matcher slashed = SLASHED.matcher(value);
        boolean marked = slashed.matches();
        String expression = marked ? slashed.group(1) : value;
        try {
            Pattern.compile(expression);
            return new CaptureSource.Regex(expression);
        } catch (PatternSyntaxException e) {
            int at = offset + (marked ? 1 : 0) + Math.max(e.getIndex(), 0);
            int column = text.column()
                    + text.argument()
                            .codePointCount(0, Math.min(at, text.argument().length()));
            problems.add(text.line(), column, RegexProblem.MESSAGE, RegexProblem.hint(e));
            return null;
        }
    }

    private @Nullable Directive wrong(DirectiveText text, String message, String hint) {
        problems.add(text.line(), text.column(), message, hint);
        return null;
    }
}
