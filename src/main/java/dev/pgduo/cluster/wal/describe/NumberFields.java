package dev.pgduo.cluster.wal.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Describes fields of a fixed length. */
final class NumberFields {
    static final Map<String, RecordField> TYPES = Map.ofEntries(
            Map.entry("u8", (content, at, out) -> out.add(Bytes.u8(content.data(), at))),
            Map.entry("i8", (content, at, out) -> out.add(content.data().get(at))),
            Map.entry("u16", (content, at, out) -> out.add(Bytes.u16(content.data(), at))),
            Map.entry("u32", (content, at, out) -> out.add(Bytes.u32(content.data(), at))),
            Map.entry("i32", (content, at, out) -> out.add(content.data().getInt(at))),
            Map.entry("i64", (content, at, out) -> out.add(content.data().getLong(at))),
            Map.entry(
                    "u64",
                    (content, at, out) ->
                            out.add(Long.toUnsignedString(content.data().getLong(at)))),
            Map.entry("x8", (content, at, out) -> out.hex(Bytes.u8(content.data(), at), 2)),
            Map.entry("lsn", (content, at, out) -> out.lsn(content.data().getLong(at), 1)),
            Map.entry("g", (content, at, out) -> out.add(general(content.data().getDouble(at)))),
            Map.entry("xid64", (content, at, out) -> xid64(content.data(), at, out)),
            Map.entry("block", (content, at, out) -> out.add(Bytes.block(content.data(), at))),
            Map.entry(
                    "time",
                    (content, at, out) -> out.add(ServerTime.text(content.data().getLong(at)))),
            Map.entry(
                    "rel",
                    (content, at, out) ->
                            out.add(Bytes.relation(content.data(), at).toString())),
            Map.entry(
                    "path",
                    (content, at, out) ->
                            out.add(Bytes.relation(content.data(), at).path(content.format()))),
            Map.entry("text", (content, at, out) -> text(content.data(), at, out)));

    private static final int PRECISION = 6;

    private NumberFields() {}

    /** {@code EPOCH:XID}. */
    private static void xid64(ByteBuffer data, int at, RecordText out) {
        out.add(Bytes.u32(data, at + 4)).add(':').add(Bytes.u32(data, at));
    }

    /** A text that ends with a zero byte. */
    static void text(ByteBuffer data, int at, RecordText out) {
        int end = at;
        while (end < data.limit() && data.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - at];
        data.get(at, bytes);
        out.add(new String(bytes, StandardCharsets.UTF_8));
    }

    /** A number as C's {@code %g} prints it. */
    static String general(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(PRECISION)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < PRECISION) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        int size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }
}
