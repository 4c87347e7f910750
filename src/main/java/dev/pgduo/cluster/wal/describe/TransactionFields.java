package dev.pgduo.cluster.wal.describe;

import dev.pgduo.cluster.wal.RecordContent;
import dev.pgduo.cluster.wal.RelFileNode;
import java.nio.ByteBuffer;
import java.util.Map;

/** Describes the fields of commit, abort and prepare records, and invalidation messages. */
final class TransactionFields {
    static final Map<String, RecordField> TYPES = Map.of(
            "commit", (content, at, out) -> end(content, true, out),
            "abort", (content, at, out) -> end(content, false, out),
            "prepare", TransactionFields::prepare,
            "messages", (content, at, out) -> messages(content.data(), at, out),
            "invalidations", TransactionFields::invalidations);

    private static final int MESSAGE = 16;

    private TransactionFields() {}

    private static void end(RecordContent content, boolean commit, RecordText out) {
        TransactionEnd end = TransactionEnd.read(content, commit);
        if (end.preparedXid() != 0) {
            out.add(end.preparedXid()).add(": ");
        }
        out.add(ServerTime.text(end.time()));
        relations("rels", end.relations(), content, out);
        subtransactions(end.subtransactions(), content.data(), out);
        if (!commit) {
            origin(content, end.origin(), out);
        }
        statistics("", end.statistics(), content, out);
        if (commit) {
            if (end.messages().count() > 0) {
                initFile((end.info() & TransactionEnd.INIT_FILE) != 0, end.database(), end.tablespace(), out);
                messages(content.data(), end.messages().at() - 4, out);
            }
            out.add((end.info() & TransactionEnd.APPLY_FEEDBACK) != 0 ? "; apply_feedback" : "");
            out.add((end.info() & TransactionEnd.SYNC) != 0 ? "; sync" : "");
            origin(content, end.origin(), out);
        }
    }

    private static void origin(RecordContent content, int at, RecordText out) {
        if (at > 0) {
            out.add("; origin: node ").add(content.origin());
            out.add(", lsn ").lsn(content.data().getLong(at), 1);
            out.add(", at ").add(ServerTime.text(content.data().getLong(at + 8)));
        }
    }

    private static void relations(String label, TransactionEnd.Part part, RecordContent content, RecordText out) {
        out.add(part.count() > 0 ? "; " + label + ":" : "");
        for (int i = 0; i < part.count(); i++) {
            RelFileNode relation = Bytes.relation(content.data(), part.at() + 12 * i);
            out.add(' ').add(relation.path(content.format()));
        }
    }

    private static void subtransactions(TransactionEnd.Part part, ByteBuffer data, RecordText out) {
        out.add(part.count() > 0 ? "; subxacts:" : "");
        for (int i = 0; i < part.count(); i++) {
            out.add(' ').add(Bytes.u32(data, part.at() + 4 * i));
        }
    }

    private static void statistics(String label, TransactionEnd.Part part, RecordContent content, RecordText out) {
        ByteBuffer data = content.data();
        out.add(part.count() > 0 ? "; " + label + "dropped stats:" : "");
        int size = TransactionEnd.statisticsBytes(content.format());
        for (int i = 0; i < part.count(); i++) {
            int at = part.at() + size * i;
            out.add(' ')
                    .add(data.getInt(at))
                    .add('/')
                    .add(Bytes.u32(data, at + 4))
                    .add('/');
            out.add(size == 16 ? data.getLong(at + 8) : Bytes.u32(data, at + 8));
        }
    }

    private static void initFile(boolean invalid, long database, long tablespace, RecordText out) {
        if (invalid) {
            out.add("; relcache init file inval dbid ")
                    .add(database)
                    .add(" tsid ")
                    .add(tablespace);
        }
    }

    private static void messages(ByteBuffer data, int at, RecordText out) {
        int count = data.getInt(at);
        out.add(count > 0 ? "; inval msgs:" : "");
        for (int i = 0; i < count; i++) {
            int message = at + 4 + MESSAGE * i;
            int kind = data.get(message);
            switch (kind) {
                case -1 -> out.add(" catalog ").add(Bytes.u32(data, message + 8));
                case -2 -> out.add(" relcache ").add(Bytes.u32(data, message + 8));
                case -3 -> out.add(" smgr");
                case -4 -> out.add(" relmap db ").add(Bytes.u32(data, message + 4));
                case -5 -> out.add(" snapshot ").add(Bytes.u32(data, message + 8));
                default ->
                    out.add(kind >= 0 ? " catcache " : " unrecognized id ").add(kind);
            }
        }
    }

    private static void invalidations(RecordContent content, int at, RecordText out) {
        ByteBuffer data = content.data();
        if (data.getInt(at + 12) > 0) {
            initFile(data.get(at + 8) != 0, Bytes.u32(data, at), Bytes.u32(data, at + 4), out);
            messages(data, at + 12, out);
        }
    }

    private static void prepare(RecordContent content, int at, RecordText out) {
        PreparedTransaction prepared = PreparedTransaction.read(content);
        ByteBuffer data = content.data();
        out.add("gid ");
        NumberFields.text(data, prepared.gidAt(), out);
        out.add(": ").add(ServerTime.text(prepared.time()));
        relations("rels(commit)", prepared.commitRelations(), content, out);
        relations("rels(abort)", prepared.abortRelations(), content, out);
        statistics("commit ", prepared.commitStatistics(), content, out);
        statistics("abort ", prepared.abortStatistics(), content, out);
        subtransactions(prepared.subtransactions(), data, out);
        if (prepared.messages().count() > 0) {
            initFile(prepared.initFile(), Bytes.u32(data, 12), 0, out);
            messageList(prepared.messages(), data, out);
        }
        if (content.origin() != 0) {
            origin(content, prepared.originAt(), out);
        }
    }

    private static void messageList(TransactionEnd.Part part, ByteBuffer data, RecordText out) {
        // Their number is not right before them here.
        ByteBuffer list = ByteBuffer.allocate(4 + MESSAGE * part.count()).order(data.order());
        list.putInt(part.count()).put(data.slice(part.at(), MESSAGE * part.count()));
        messages(list, 0, out);
    }
}
