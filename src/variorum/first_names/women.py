"""Women’s first names, one name in several languages a line; and such as say only that they are women’s."""

from __future__ import annotations

WOMEN = """
Abigail Авигея
Adelaide Adelheid Adélaïde Аделаида
Adela Adele Adèle Адель
Agatha Agathe Агафья Агата
Agnes Agnès Агнеса Агния
Alice Алиса
Alexandra Aleksandra Александра
Amelia Amalia Amalie Амалия
Anastasia Anastasiya Анастасия Настя
Angela Angelica Анжела
Anna Anne Ann Annie Анна Аня Hannah
Antonia Antonina Антонина
Barbara Varvara Barbe Варвара Варя Varya
Beatrice Beatrix Béatrice Беатриса
Bertha Berthe Берта
Bridget Brigitte Бригитта
Caroline Carolina Karoline Каролина
Catherine Katharine Katherine Katharina Ekaterina Yekaterina Catharine Екатерина Катерина Катя Kitty Kate
Cecilia Cécile Cäcilie Цецилия
Charlotte Шарлотта
Clara Klara Claire Клара
Constance Constantia Констанция
Daria Darya Дарья
Deborah Debora Дебора
Diana Diane Диана
Dorothy Dorothea Dorothée Доротея
Dora Дора
Edith Эдит
Elena Helen Helena Hélène Helene Елена Ellen
Eleanor Leonora Eleonore Éléonore Элеонора
Elizabeth Elisabeth Elisabetta Élisabeth Yelizaveta Елизавета Лиза Lizzy Eliza Betsy Lizzie
Emily Emilie Émilie Emilia Эмилия
Emma Эмма
Esther Hester Ester Есфирь Эсфирь Эстер
Eve Eva Ева
Eudoxia Avdotya Евдокия Авдотья
Eugenia Eugénie Evgenia Евгения
Flora Флора
Frances Franziska Françoise Франциска Fanny
Georgiana Georgina Жоржина
Gertrude Gertrud Гертруда
Grace Gracia
Harriet Henrietta Henriette Генриетта
Hedwig Hedvig Гедвига
Ida Ида
Irene Irina Irène Ирина
Isabel Isabella Isabelle Изабелла
Jane Jeanne Joanna Johanna Joan Жанна Иоанна Janet
Josephine Joséphine Josefine Жозефина
Judith Юдифь
Julia Julie Yulia Юлия
Juliet Juliette Джульетта
Laura Laure Лаура
Louisa Louise Luise Луиза
Lucy Lucie Lucia Люция
Lydia Lidia Lydie Lidiya Лидия
Magdalena Madeleine Magdalene Магдалина
Margaret Margarete Marguerite Margarita Маргарита Peggy
Maria Mary Marie Mariya Мария Марья Маша Marya
Martha Marthe Марфа Марта
Matilda Mathilde Матильда
Miriam Mirjam Мириам
Nadezhda Nadejda Надежда
Natalia Natalie Nathalie Natalya Наталия Наталья Наташа Natasha
Nina Нина
Olga Ольга
Pauline Paulina Полина
Pelageya Pelagia Пелагея
Praskovya Прасковья
Rachel Rahel Рахиль
Rebecca Rebekka Ревекка
Rosa Rose Роза
Ruth Руфь
Sarah Sara Сара Sally
Sophia Sophie Sofia Sofya София Софья Соня Sonya Sonia
Stephanie Стефания
Susan Susanna Susanne Suzanne Сусанна
Tatiana Tatyana Татьяна
Theresa Therese Thérèse Тереза
Ursula Ursule Урсула
Valentina Валентина
Vera Вера
Veronica Véronique Вероника
Victoria Виктория
Virginia Virginie Вирджиния
Zinaida Зинаида
Lyubov Lubov Любовь
Ludmila Людмила
"""
MORE_WOMEN = """
Ada Ann Beryl Betty Blanche Bridget Carrie Clarissa Cordelia Daisy Daphne Dinah Dolly Edna Effie Elsie Elspeth
Enid Esme Estelle Ethel Euphemia Evangeline Fay Felicity Fiona Florence Freda Gladys Gloria Greta Gretchen
Gwendolen Hazel Hilda Honor Hortense Ingrid Iris Isolde Ivy Jemima Jennifer Jessie Jocelyn Joy Joyce Kathleen
Kitty Lavinia Letitia Lilian Lily Lottie Mabel Madge Maggie Marian Marianne Marion Marjorie Mathilda Maud
Maude May Mercy Mildred Millicent Minnie Molly Muriel Myrtle Nancy Nellie Nelly Nettie Nora Olive Olivia
Ophelia Patience Pearl Penelope Phoebe Phyllis Polly Priscilla Prudence Rhoda Rosalind Rosemary Ruby Sabina
Selina Sheila Sibyl Stella Sybil Thomasina Trudy Una Violet Vivian Wilhelmina Winifred Yvonne Zoe Zuleika
Waltraud Gudrun Heidi Ilse Liesel Elke Hedwig Yvette Odette Colette Cosette Denise Simone Aglaya Akulina
Alyona Arina Dunya Fedosya Fenya Glafira Katerina Katya Ksenia Lizaveta Marfa Masha Matryona Nastasya Nastya
Oksana Polina Raissa Tanya Ulyana Vasilisa Zoya
"""
