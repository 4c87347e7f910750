package dev.pgduo.shell.command;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.annotation.Command;

/**
 * A command that is one {@code @Command} method of an object, which is made when the command is first run.
 *
 * <p>Parameters: {@code @Option}, {@code @Argument} ({@code @Nullable} when it is optional), {@code @Arguments List<String>},
 * {@link CommandContext}, {@link PrintWriter} (the command's output) and the class of the {@link CallContext}. The method
 * returns nothing, or the exit code as an int.
 */
public final class MethodCommand extends AbstractCommand {
    private final Method method;
    private final Supplier<Object> target;
    private volatile @Nullable Signature signature;

    MethodCommand(Method method, Command command, Supplier<Object> target) {
        super(
                String.join(" ", command.name()),
                command.description(),
                command.group(),
                command.help(),
                command.hidden());
        method.setAccessible(true);
        this.method = method;
        this.target = target;
        setAliases(Arrays.asList(command.alias()));
    }

    /** The command's arguments and options; read at the first call. */
    public Signature signature() {
        Signature known = signature;
        if (known == null) {
            known = SignatureReader.read(method);
            signature = known;
        }
        return known;
    }

    @Override
    public List<CommandOption> getOptions() {
        return signature().options().stream().map(MethodCommand::shown).toList();
    }

    /** Calls the method; the parser has handled {@code --help} before. */
    @Override
    public ExitStatus execute(CommandContext context) {
        return doExecute(context);
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        Object[] values = values(context);
        try {
            Object result = method.invoke(target.get(), values);
            return result instanceof Integer code ? new ExitStatus(code, getName()) : ExitStatus.OK;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object[] values(CommandContext context) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            values.add(value(parameter, context));
        }
        return values.toArray();
    }

    private @Nullable Object value(Parameter parameter, CommandContext context) {
        if (parameter.getType() == CommandContext.class) {
            return context;
        }
        if (parameter.getType() == PrintWriter.class) {
            return context.outputWriter();
        }
        if (parameter.getType().isInstance(context.inputReader())) {
            return context.inputReader();
        }
        return SignatureReader.positional(parameter) ? argument(parameter, context) : option(parameter, context);
    }

    private @Nullable Object option(Parameter parameter, CommandContext context) {
        String name = SignatureReader.longName(parameter);
        Signature.Named option = signature().option(name).orElseThrow();
        List<String> words = context.parsedInput().options().stream()
                .filter(o -> name.equals(o.longName()))
                .map(CommandOption::value)
                .toList();
        return fill(parameter, option, words);
    }

    private @Nullable Object argument(Parameter parameter, CommandContext context) {
        List<String> words = context.parsedInput().arguments().stream()
                .map(CommandArgument::value)
                .toList();
        boolean rest = SignatureReader.several(parameter);
        int from = Math.min(words.size(), rest ? signature().arguments().size() - 1 : SignatureReader.index(parameter));
        int to = rest ? words.size() : Math.min(words.size(), from + 1);
        int position = Math.min(
                SignatureReader.index(parameter), signature().arguments().size() - 1);
        return fill(parameter, signature().arguments().get(position), words.subList(from, to));
    }

    private static @Nullable Object fill(Parameter parameter, Signature.Parameter declared, List<String> words) {
        if (SignatureReader.several(parameter)) {
            return words.stream()
                    .map(word -> Conversion.convert(declared, word))
                    .toList();
        }
        return words.isEmpty()
                ? Conversion.absent(declared.type())
                : Conversion.convert(declared, words.get(words.size() - 1));
    }

    private static CommandOption shown(Signature.Named option) {
        return CommandOption.with()
                .shortName(option.shortName() == 0 ? ' ' : option.shortName())
                .longName(option.longName())
                .description(option.description())
                .required(option.required())
                .defaultValue(option.defaultValue() == null ? "" : option.defaultValue())
                .type(option.type())
                .build();
    }
}
