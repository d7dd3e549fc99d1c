package id.warta.platform.limit;

/**
 * How large a document is with its fragments counted wherever they are spread. Counts
 * stop at {@value #MANY}.
 *
 * @param depth how many levels of fields there are, introspection apart
 * @param introspectionDepth how many levels there are below introspection's fields
 * @param fields how many fields there are
 * @param rootFields how many of them nothing stands above
 * @param aliases how many of them have an alias
 */
record DocumentShape(int depth, int introspectionDepth, int fields, int rootFields, int aliases) {

	static final int MANY = 1_000_000;

	static final DocumentShape NOTHING = new DocumentShape(0, 0, 0, 0, 0);

	/**
	 * Both, side by side.
	 */
	DocumentShape and(DocumentShape other) {
		return new DocumentShape(Math.max(this.depth, other.depth),
				Math.max(this.introspectionDepth, other.introspectionDepth), sum(this.fields, other.fields),
				sum(this.rootFields, other.rootFields), sum(this.aliases, other.aliases));
	}

	private static int sum(int one, int other) {
		return Math.min(one + other, MANY);
	}

	/**
	 * The larger one in each respect.
	 */
	DocumentShape or(DocumentShape other) {
		return new DocumentShape(Math.max(this.depth, other.depth),
				Math.max(this.introspectionDepth, other.introspectionDepth), Math.max(this.fields, other.fields),
				Math.max(this.rootFields, other.rootFields), Math.max(this.aliases, other.aliases));
	}

	/**
	 * This, below a field.
	 */
	DocumentShape below(boolean introspection, boolean alias) {
		return new DocumentShape(introspection ? 1 : this.depth + 1,
				introspection ? this.introspectionDepth + this.depth : this.introspectionDepth, sum(this.fields, 1), 1,
				sum(this.aliases, alias ? 1 : 0));
	}

}
