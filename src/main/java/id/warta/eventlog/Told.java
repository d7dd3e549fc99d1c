package id.warta.eventlog;

/**
 * The one thing that a subscription's field is to tell. Whoever shares streams executes
 * the operation once for each event, with this in the operation's context under its
 * class.
 *
 * @param payload what the field's type is made from
 */
public record Told(Object payload) {

}
