package dev.pgduo.shell;

import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import org.springframework.context.support.GenericApplicationContext;

/** The rooms once more, without a terminal: for a lab that is worked on while another one is, in the same process. */
public final class Backstage implements AutoCloseable {
    private final GenericApplicationContext context;

    private Backstage(GenericApplicationContext context) {
        this.context = context;
    }

    /** Rooms with this equipment; what is made is made on first use. */
    public static Backstage open(Equipment equipment, StateFiles files) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Backstage(Wiring.open(equipment, new Streams(Reader.nullReader(), nowhere, nowhere, false), files));
    }

    /** The one object of this kind. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
