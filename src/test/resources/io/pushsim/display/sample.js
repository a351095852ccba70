document.title = "<sample>";
