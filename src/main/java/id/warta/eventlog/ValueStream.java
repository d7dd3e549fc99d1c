package id.warta.eventlog;

import java.util.function.Function;

import reactor.core.publisher.Flux;

/**
 * What the field of a subscription tells that isn't in the log: values of which the
 * newest replaces the older ones, such as counts.
 *
 * @param values the values; asked for once for all who share the stream, without end of
 * demand
 * @param key what a value is of: who takes little gets the newest one of each
 * @param <T> the values' type, which the field's type is made from
 */
public record ValueStream<T>(Flux<T> values, Function<T, Object> key) {

}
