package id.warta.platform;

/**
 * An object with a global id, as the Relay specification has it. The GraphQL type is
 * named like the class.
 */
public interface Node {

	/**
	 * The id within its type.
	 */
	long id();

}
