package dev.pgduo.shell;

import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.HelpCommand;
import dev.pgduo.shell.command.LineParser;
import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.prompt.Journal;
import dev.pgduo.shell.prompt.LabPane;
import dev.pgduo.shell.prompt.PaneSource;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.prompt.Router;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.RelaySink;
import dev.pgduo.shell.screen.Screen;
import dev.pgduo.shell.screen.WholeTerminal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * The application context: every bean is named here and made on first use. No scanning, no auto-configuration, no configuration
 * class: they are what makes a Spring application start slowly.
 */
final class Wiring {
    /** The groups of commands, in the order of the help. */
    private static final List<String> GROUPS =
            List.of("lab", "node", "standby", "conf", "faults", "scripts", "panes", "shell");

    private final Equipment equipment;
    private final GenericApplicationContext context = new LeanContext();

    private Wiring(Equipment equipment) {
        this.equipment = equipment;
    }

    static GenericApplicationContext open(Equipment equipment, Streams streams, StateFiles files) {
        Wiring wiring = new Wiring(equipment);
        wiring.screen(streams, files);
        wiring.commands(files);
        wiring.panes();
        equipment.beans().accept(wiring.context);
        wiring.context.refresh();
        return wiring.context;
    }

    private void screen(Streams streams, StateFiles files) {
        Palette palette = streams.interactive()
                        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                ? Palette.ANSI
                : Palette.PLAIN;
        bean(StateFiles.class, () -> files);
        bean(Streams.class, () -> streams);
        bean(
                RelaySink.class,
                () -> new RelaySink(lines -> {
                    streams.out().print(lines);
                    streams.out().flush();
                }));
        bean(Asker.class, Asker::new);
        bean(WholeTerminal.class, () -> new WholeTerminal(streams.interactive()));
        bean(Screen.class, () -> new Screen(context.getBean(RelaySink.class), palette));
    }

    private void commands(StateFiles files) {
        List<Class<?>> classes = new ArrayList<>(equipment.commands());
        classes.forEach(type -> context.registerBean(type, definition -> definition.setLazyInit(true)));
        classes.add(HelpCommand.class);
        bean(HelpCommand.class, () -> new HelpCommand(() -> context.getBean(CommandCatalog.class), GROUPS));
        bean(CommandCatalog.class, () -> CommandCatalog.of(classes, context::getBean));
        bean(CommandRegistry.class, () -> context.getBean(CommandCatalog.class).registry());
        bean(LineParser.class, () -> new LineParser(context.getBean(CommandCatalog.class)));
        bean(
                CommandRunner.class,
                () -> new CommandRunner(
                        context.getBean(CommandRegistry.class), context.getBean(LineParser.class), files.log()));
        bean(Suggestions.class, () -> new Suggestions(context.getBean(CommandCatalog.class), providers()));
    }

    private void panes() {
        bean(
                LabPane.class,
                () -> new LabPane(
                        () -> context.getBean(CommandRunner.class),
                        () -> context.getBean(Suggestions.class),
                        () -> context.getBeanProvider(Journal.class).getIfAvailable(() -> Journal.NONE)));
        bean(
                PaneSwitch.class,
                () -> new PaneSwitch(
                        context.getBean(LabPane.class),
                        () -> context.getBeanProvider(PaneSource.class).getIfAvailable()));
        bean(Router.class, () -> new Router(context.getBean(PaneSwitch.class), context.getBean(Screen.class)));
    }

    private Map<String, Function<String, Collection<Suggestions.Word>>> providers() {
        return context.getBeanProvider(ValueProvider.class).stream()
                .collect(Collectors.toMap(ValueProvider::parameter, ValueProvider::values));
    }

    private <T> void bean(Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier, this::lazy);
    }

    private void lazy(BeanDefinition definition) {
        definition.setLazyInit(true);
    }
}
