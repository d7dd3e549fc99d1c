import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pages that are measured, and what PostgreSQL says that their answers must hold.
 */
final class Pages {

	private static final Path DOCUMENTS = Path.of("src/bench");

	/** How many articles readers choose from, each as often as another. */
	private static final int CHOICE = 1000;

	private static final String EXPECTED = """
			select a.slug, length(a.body) as body,
			    (select count(*) from article_author w where w.article_id = a.id) as authors,
			    (select count(*) from article_tag t where t.article_id = a.id) as tags,
			    (select count(*) from (select from comment c where c.article_id = a.id and c.parent_id is null
			        and c.status = 'APPROVED' limit 20) k) as comments,
			    (select count(*) from (
			        select id from comment c where c.article_id = a.id and c.parent_id is null and c.status = 'APPROVED'
			        order by created_at desc, id desc limit 20) c
			        cross join lateral (select from comment r where r.parent_id = c.id and r.status = 'APPROVED'
			            limit 10) k) as replies
			from article a where a.id > 1 and a.id < (select max(id) from article)
			order by md5(a.id::text) limit %d""".formatted(CHOICE);

	private Pages() {
	}

	/**
	 * The cheapest query there is: what HTTP and GraphQL cost by themselves.
	 */
	static Page floor(int port) throws IOException {
		return Page.of("`{ __typename }`", port, List.of(new Page.Asked("{\"query\":\"{__typename}\"}",
				(data) -> same("__typename", "Query", Json.at(data, "__typename")))));
	}

	static Page home(int port, Connection database) throws IOException, SQLException {
		List<String> latest = Database.column(database,
				"select slug from article where visible order by published_at desc, id desc limit 10");
		List<String> mostViewed = Database.column(database, """
				select a.slug from article_views v join article a on a.id = v.article_id and a.visible
				order by v.total desc, v.article_id desc limit 5""");
		List<String> breaking = Database.column(database, """
				select slug from article where visible and breaking_until > now()
				order by published_at desc, id desc limit 5""");
		return Page.of("home page", port, List.of(new Page.Asked(request("home", "{}"), (data) -> {
			same("latest articles", latest, slugs(Json.at(data, "articles", "nodes")));
			same("most viewed articles", mostViewed, slugs(Json.at(data, "mostViewed")));
			same("breaking articles", breaking, slugs(Json.at(data, "breaking")));
			same("sections in the menu", Fill.SECTIONS, size(Json.at(data, "menu", "items")));
			same("categories below the first", Fill.CHILDREN, size(Json.at(data, "menu", "items", 0, "items")));
			same("views known", true, Json.at(data, "articles", "nodes", 9, "viewCount") instanceof Double);
		})));
	}

	static Page article(int port, Connection database) throws IOException, SQLException {
		List<Page.Asked> asked = new ArrayList<>();
		try (ResultSet expected = database.createStatement().executeQuery(EXPECTED)) {
			while (expected.next()) {
				asked.add(article(expected));
			}
		}
		return Page.of("article page", port, asked);
	}

	private static Page.Asked article(ResultSet expected) throws SQLException, IOException {
		String slug = expected.getString("slug");
		int body = expected.getInt("body");
		int authors = expected.getInt("authors");
		int tags = expected.getInt("tags");
		int comments = expected.getInt("comments");
		int replies = expected.getInt("replies");
		return new Page.Asked(request("article", "{\"slug\":" + Json.quoted(slug) + "}"), (data) -> {
			Object article = Json.at(data, "article");
			same("slug", slug, Json.at(article, "slug"));
			same("characters of " + slug, body, ((String) Json.at(article, "body")).length());
			same("authors of " + slug, authors, size(Json.at(article, "authors")));
			same("tags of " + slug, tags, size(Json.at(article, "tags")));
			same("related to " + slug, 5, size(Json.at(article, "related")));
			same("neighbours of " + slug, true,
					Json.at(article, "previous") != null && Json.at(article, "next") != null);
			same("category of " + slug, true, size(Json.at(article, "primaryCategory", "path")) > 0);
			List<?> nodes = (List<?>) Json.at(article, "comments", "nodes");
			same("comments on " + slug, comments, size(nodes));
			same("replies on " + slug, replies,
					nodes.stream().mapToInt((comment) -> size(Json.at(comment, "replies", "nodes"))).sum());
		});
	}

	private static String request(String document, String variables) throws IOException {
		return "{\"query\":%s,\"variables\":%s}"
			.formatted(Json.quoted(Files.readString(DOCUMENTS.resolve(document + ".graphql"))), variables);
	}

	private static List<Object> slugs(Object articles) {
		return new ArrayList<>(((List<?>) articles).stream().map((article) -> ((Map<?, ?>) article).get("slug")).toList());
	}

	private static int size(Object list) {
		return ((List<?>) list).size();
	}

	private static void same(String what, Object expected, Object found) {
		if (!Objects.equals(expected, found)) {
			throw new IllegalStateException("%s: expected %s, found %s".formatted(what, expected, found));
		}
	}

}
