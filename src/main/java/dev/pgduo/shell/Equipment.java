package dev.pgduo.shell;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What the rooms put into the shell.
 *
 * @param commands classes with {@code @Command} methods and one public constructor, whose parameters are beans; made when one of
 *     their commands is first run
 * @param beans registers everything else: a {@link dev.pgduo.shell.prompt.PaneSource}, {@link ValueProvider}s, the lab
 */
public record Equipment(List<Class<?>> commands, Consumer<GenericApplicationContext> beans) {
    public Equipment {
        commands = List.copyOf(commands);
    }
}
