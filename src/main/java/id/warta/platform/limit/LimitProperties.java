package id.warta.platform.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a GraphQL document may ask for. Fragments count wherever they are spread.
 *
 * @param depth how many levels of fields
 * @param introspectionDepth how many levels below {@code __schema} and {@code __type},
 * which {@code depth} leaves out
 * @param cost how many objects an operation may read: the product of {@code first} or
 * {@code last} along each path
 * @param listSize how many elements a list without {@code first} counts
 * @param fields how many fields
 * @param rootFields how many fields of {@code Query}, {@code Mutation} or
 * {@code Subscription}
 * @param aliases how many aliases
 * @param tokens how many tokens; as many again of white space and comments
 * @param characters how long the document may be
 * @param textLength how many characters any string may have, as a literal or within the
 * variables
 * @param staffTextLength the same for those who are signed in, within the variables
 * @param cachedCharacters the length of all documents together that are kept parsed and
 * validated; each character takes about 100 bytes
 */
@ConfigurationProperties("warta.limits")
record LimitProperties(@DefaultValue("15") int depth, @DefaultValue("20") int introspectionDepth,
		@DefaultValue("5000") int cost, @DefaultValue("5") int listSize, @DefaultValue("1000") int fields,
		@DefaultValue("30") int rootFields, @DefaultValue("50") int aliases, @DefaultValue("2000") int tokens,
		@DefaultValue("65536") int characters, @DefaultValue("10000") int textLength,
		@DefaultValue("1000000") int staffTextLength, @DefaultValue("1000000") int cachedCharacters) {

}
