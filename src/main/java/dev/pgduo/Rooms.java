package dev.pgduo;

import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.shell.Equipment;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.lab.NodeQuestions;
import dev.pgduo.shell.lab.NodeVerbs;
import dev.pgduo.shell.lab.SlotVerbs;
import dev.pgduo.shell.lab.SnapshotVerbs;
import dev.pgduo.shell.lab.StandbyVerbs;
import dev.pgduo.shell.lab.StatusVerbs;
import dev.pgduo.shell.lab.WholeLabVerbs;
import dev.pgduo.shell.script.ScriptVerbs;
import dev.pgduo.shell.script.Stage;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/** What the rooms put into the shell: their commands, and the lab that these work on. */
final class Rooms {
    private Rooms() {}

    static Equipment equipment() {
        return new Equipment(
                List.of(
                        WholeLabVerbs.class,
                        StatusVerbs.class,
                        SnapshotVerbs.class,
                        NodeVerbs.class,
                        NodeQuestions.class,
                        StandbyVerbs.class,
                        SlotVerbs.class,
                        ScriptVerbs.class),
                Rooms::beans);
    }

    private static void beans(GenericApplicationContext context) {
        context.registerBean(
                CurrentLab.class, () -> new CurrentLab(CurrentLab.named("default")), bean -> bean.setLazyInit(true));
        context.registerBean(
                Stage.class,
                () -> new Stage(
                        context.getBean(CurrentLab.class),
                        context.getBean(CommandRunner.class),
                        BackslashCommands.NONE),
                bean -> bean.setLazyInit(true));
    }
}
