package dev.pgduo.shell.command;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.util.function.SingletonSupplier;

/** All commands by name, also for Spring Shell's registry. Immutable. */
public final class CommandCatalog {
    private final List<MethodCommand> commands;

    private CommandCatalog(List<MethodCommand> commands) {
        this.commands = commands;
    }

    /**
     * Reads the {@code @Command} methods of these classes.
     *
     * @param classes each with a supplier of the object whose methods are called; it is called once, when a command of the
     * class is first run
     */
    public static CommandCatalog of(Map<Class<?>, Supplier<Object>> classes) {
        List<MethodCommand> commands = new ArrayList<>();
        classes.forEach((type, maker) -> {
            Supplier<Object> target = SingletonSupplier.of(maker);
            for (Method method : type.getDeclaredMethods()) {
                Command command = method.getAnnotation(Command.class);
                if (command != null) {
                    commands.add(new MethodCommand(method, command, target));
                }
            }
        });
        commands.sort(Comparator.comparing(MethodCommand::getName));
        return new CommandCatalog(List.copyOf(commands));
    }

    /** The registry that Spring Shell's executor looks commands up in. */
    public CommandRegistry registry() {
        CommandRegistry registry = new CommandRegistry();
        commands.forEach(registry::registerCommand);
        return registry;
    }

    /** All commands, hidden ones too, sorted by name. */
    public List<MethodCommand> commands() {
        return commands;
    }

    /** The command with this full name or alias, words separated by one blank. */
    public Optional<MethodCommand> find(String name) {
        return commands.stream()
                .filter(c -> c.getName().equals(name) || c.getAliases().contains(name))
                .findFirst();
    }

    /** The command with the longest name that {@code words} begin with; whole words only. */
    public Optional<MethodCommand> longest(List<String> words) {
        for (int count = words.size(); count > 0; count--) {
            Optional<MethodCommand> command = find(String.join(" ", words.subList(0, count)));
            if (command.isPresent()) {
                return command;
            }
        }
        return Optional.empty();
    }

    /**
     * The commands whose names have one more word than {@code group}: {@code slot} has {@code slot create}, {@code slot drop}.
     */
    public List<MethodCommand> under(String group) {
        return commands.stream()
                .filter(c -> c.getName().startsWith(group + " "))
                .toList();
    }

    /** Names and aliases of all commands that are not hidden. */
    public List<String> names() {
        return commands.stream()
                .filter(c -> !c.isHidden())
                .flatMap(c -> Stream.concat(Stream.of(c.getName()), c.getAliases().stream()))
                .toList();
    }

    static List<String> words(String name) {
        return Arrays.asList(name.split(" ", -1));
    }
}
