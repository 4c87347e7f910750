package dev.pgduo.shell.command;

import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Reads the words after a command's name, as getopt_long does: {@code --name=value}, {@code --name value}, {@code -nvalue},
 * {@code -n value}, flags together ({@code -ab}), {@code --} before words that only look like options. A negative number is a
 * value. Not reusable.
 */
final class OptionParser {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9.].*");

    private final MethodCommand command;
    private final Signature signature;
    private final Deque<String> words;
    private final ParsedInput.Builder input = ParsedInput.builder();
    private final List<String> seen = new ArrayList<>();
    private int count;

    OptionParser(MethodCommand command, List<String> words) {
        this.command = command;
        this.signature = command.signature();
        this.words = new ArrayDeque<>(words);
    }

    ParsedInput parse() {
        name();
        boolean optionsOver = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            if (!optionsOver && word.equals("--")) {
                optionsOver = true;
            } else if (optionsOver || !looksLikeOption(word)) {
                argument(word);
            } else {
                option(word);
            }
        }
        complete();
        return input.build();
    }

    /** Removes the words of the command's name, as many as the name or the typed alias has. */
    private void name() {
        List<String> name = CommandCatalog.words(command.getName());
        input.commandName(name.get(0));
        name.subList(1, name.size()).forEach(input::addSubCommand);
        int typed = typedLength();
        for (int i = 0; i < typed; i++) {
            words.pop();
        }
    }

    private int typedLength() {
        String line = String.join(" ", words) + " ";
        if (line.startsWith(command.getName() + " ")) {
            return CommandCatalog.words(command.getName()).size();
        }
        return command.getAliases().stream()
                .filter(alias -> line.startsWith(alias + " "))
                .mapToInt(alias -> CommandCatalog.words(alias).size())
                .max()
                .orElse(1);
    }

    private static boolean looksLikeOption(String word) {
        return word.length() > 1
                && word.startsWith("-")
                && !NEGATIVE.matcher(word).matches();
    }

    private void argument(String word) {
        List<Signature.Positional> arguments = signature.arguments();
        boolean rest =
                !arguments.isEmpty() && arguments.get(arguments.size() - 1).rest();
        if (count >= arguments.size() && !rest) {
            throw usage("too many arguments for \"" + command.getName() + "\": \"" + word + "\"");
        }
        input.addArgument(new CommandArgument(count++, word));
    }

    private void option(String word) {
        if (word.startsWith("--")) {
            longOption(word.substring(2));
        } else {
            letters(word.substring(1));
        }
    }

    private void longOption(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Signature.Named option = signature.option(name).orElseThrow(() -> unknown("--" + name));
        if (equals >= 0) {
            add(option, text.substring(equals + 1));
        } else {
            add(option, option.flag() ? "true" : next(option));
        }
    }

    private void letters(String letters) {
        char letter = letters.charAt(0);
        Signature.Named option = signature.option(letter).orElseThrow(() -> unknown("-" + letter));
        String rest = letters.substring(1);
        if (!option.flag()) {
            add(option, rest.isEmpty() ? next(option) : rest);
            return;
        }
        add(option, "true");
        if (!rest.isEmpty()) {
            letters(rest);
        }
    }

    private String next(Signature.Named option) {
        if (option.lone() && (words.isEmpty() || !NUMBER.matcher(words.peek()).matches())) {
            return "";
        }
        if (words.isEmpty() || looksLikeOption(words.peek())) {
            throw usage(option.label() + " requires a value");
        }
        return words.pop();
    }

    private void add(Signature.Named option, String value) {
        if (seen.contains(option.longName()) && !option.repeatable()) {
            throw usage(option.label() + " is given more than once");
        }
        seen.add(option.longName());
        input.addOption(parsed(option, value));
    }

    private void complete() {
        for (Signature.Named option : signature.options()) {
            String fallback = option.defaultValue();
            if (seen.contains(option.longName())) {
                continue;
            }
            if (fallback != null) {
                input.addOption(parsed(option, fallback));
            } else if (option.required()) {
                throw usage(option.label() + " is required");
            }
        }
        fillArguments();
    }

    private void fillArguments() {
        List<Signature.Positional> arguments = signature.arguments();
        while (count < arguments.size()) {
            Signature.Positional missing = arguments.get(count);
            String fallback = missing.defaultValue();
            if (missing.required()) {
                throw usage("missing " + missing.label());
            }
            if (fallback == null) {
                return;
            }
            input.addArgument(new CommandArgument(count++, fallback));
        }
    }

    private static CommandOption parsed(Signature.Named option, String value) {
        return CommandOption.with()
                .longName(option.longName())
                .value(value)
                .type(option.type())
                .build();
    }

    private UsageException unknown(String typed) {
        List<String> names =
                signature.options().stream().map(o -> "--" + o.longName()).toList();
        Optional<String> near = DidYouMean.nearest(typed, names);
        return new UsageException(ErrorReport.error("unrecognized option \"" + typed + "\"")
                .hint(near.map(n -> "Did you mean \"" + n + "\"?").orElse(help())));
    }

    private UsageException usage(String message) {
        return new UsageException(ErrorReport.error(message).hint(help()));
    }

    private String help() {
        return "Usage: " + HelpText.synopsis(command);
    }
}
